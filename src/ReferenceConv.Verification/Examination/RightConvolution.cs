using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Museum.Unusual;

namespace ReferenceConv.Verification.Examination;

/// <summary>
/// Right convolutions that sum in ways of their own: in any order, in lanes, block by block, by halves, fused, by several threads.
/// </summary>
public static class RightConvolution
{
    /// <summary>The convolution of a seed; it claims all that a convolution can have.</summary>
    public static ICandidate<float> Drawn(ulong seed)
    {
        var dice = new Dice(seed + (0x5AFEUL << 44));
        (int step, int lanes, int block) = (dice.One(1, 3, 5, 7, 11), dice.One(1, 2, 4, 8, 16), dice.One(1, 4, 9, 32, int.MaxValue));
        (bool isFused, bool isReversed, bool isParallel) = (dice.Chance(50), dice.Chance(50), dice.Chance(30));
        var convolution =
            new SummedConvolution(factors => Sum(factors, step, lanes, block, isFused, isReversed)) { IsParallel = isParallel };
        string name = $"step {step}, {lanes} lanes, blocks of {block}{(isFused ? ", fused" : "")}{(isReversed ? ", reversed" : "")}{(isParallel ? ", in parallel" : "")}";
        return new InProcessCandidate<float>(name, convolution);
    }

    /// <summary>
    /// Sums blocks, each in lanes, and adds the blocks. Within a block the step says which product comes next, wherever it divides its
    /// length not.
    /// </summary>
    private static float Sum(List<(float First, float Second)> factors, int step, int lanes, int block, bool isFused, bool isReversed)
    {
        float sum = 0;
        var partial = new float[lanes];
        for (int begin = 0; begin < factors.Count; begin += Math.Min(block, factors.Count))
        {
            Array.Clear(partial);
            int length = Math.Min(block, factors.Count - begin);
            for (int turn = 0; turn < length; turn++)
            {
                int place = length % step == 0 ? turn : (int)((long)turn * step % length);
                (float first, float second) = factors[begin + (isReversed ? length - 1 - place : place)];
                ref float lane = ref partial[turn % lanes];
                lane = isFused ? MathF.FusedMultiplyAdd(first, second, lane) : lane + (first * second);
            }

            foreach (float lane in partial)
                sum += lane;
        }

        return sum;
    }
}
