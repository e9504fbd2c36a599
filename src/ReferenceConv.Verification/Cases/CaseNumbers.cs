using System.Buffers.Text;
using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Cases;

/// <summary>
/// A case as a list of numbers, seven about the whole, then eight per axis, at the places that <see cref="CaseDecisions"/> names. Each
/// number counts from the simplest value, 0; what is not given is 0. So shorter lists and smaller numbers are simpler cases.
/// </summary>
/// <remarks>
/// One image is simpler than none, and one input simpler than none: of a batch, 0 means one image, 1 none, and from 2 on the number itself.
/// Inputs are counted beyond the fewest that a window needs beside the padding, or beyond one; where none are needed, 1 means none.
/// </remarks>
internal static class CaseNumbers
{
    /// <summary>The numbers of a convolution; <see cref="GeometryOf"/> leads back.</summary>
    public static int[] Of(ConvolutionGeometry geometry, int seed, bool hasBias)
    {
        var numbers = new int[CaseDecisions.At(geometry.Axes.Length, 0)];
        numbers[CaseDecisions.Rank] = geometry.Axes.Length - 1;
        numbers[CaseDecisions.Batch] = geometry.Batch switch { 0 => 1, 1 => 0, var images => images };
        numbers[CaseDecisions.Groups] = geometry.Groups - 1;
        numbers[CaseDecisions.InChannels] = geometry.GroupInChannels - 1;
        numbers[CaseDecisions.OutChannels] = geometry.GroupOutChannels - 1;
        numbers[CaseDecisions.Seed] = seed;
        numbers[CaseDecisions.Bias] = hasBias ? 1 : 0;
        for (int a = 0; a < geometry.Axes.Length; a++)
        {
            Axis axis = geometry.Axes[a];
            Span<int> of = numbers.AsSpan(CaseDecisions.At(a, 0), CaseDecisions.PerAxis);
            of[CaseDecisions.Kernel] = axis.Kernel - 1;
            of[CaseDecisions.Stride] = axis.Stride - 1;
            of[CaseDecisions.Dilation] = axis.Dilation - 1;
            of[CaseDecisions.Begin] = axis.Begin;
            of[CaseDecisions.End] = axis.End;
            of[CaseDecisions.BorderKind] = (int)axis.Border;
            of[CaseDecisions.Tile] = axis.Tile - 1;
            int beyond = axis.Input - Fewest(axis.Extent, axis.Begin, axis.End);
            of[CaseDecisions.Input] = !MayBeEmpty(axis.Extent, axis.Begin, axis.End, axis.Border) || beyond == 0 ? beyond : axis.Input == 0
                ? 1
                : beyond + 1;
        }

        return Trimmed(numbers);
    }

    /// <summary>The convolution of a list of numbers.</summary>
    /// <exception cref="ArgumentException">A size is out of its range.</exception>
    /// <exception cref="OverflowException">A size is ≥ 2³¹.</exception>
    public static ConvolutionGeometry GeometryOf(ReadOnlySpan<int> numbers)
    {
        Span<int> all = stackalloc int[CaseDecisions.Longest];
        numbers.CopyTo(all);
        var axes = new Axis[1 + all[CaseDecisions.Rank]];
        for (int a = 0; a < axes.Length; a++)
            axes[a] = AxisOf(all.Slice(CaseDecisions.At(a, 0), CaseDecisions.PerAxis));
        int batch = all[CaseDecisions.Batch] switch { 0 => 1, 1 => 0, var images => images };
        int groups = checked(1 + all[CaseDecisions.Groups]);
        return new ConvolutionGeometry(
            batch,
            checked((int)(groups * (1L + all[CaseDecisions.InChannels]))),
            checked((int)(groups * (1L + all[CaseDecisions.OutChannels]))),
            groups,
            axes);
    }

    /// <summary>The list without the zeros at its end.</summary>
    public static int[] Trimmed(ReadOnlySpan<int> numbers) => numbers.TrimEnd(0).ToArray();

    /// <summary>As base64url, seven bits of a number in a byte, the lowest first.</summary>
    public static string Token(ReadOnlySpan<int> numbers)
    {
        if (numbers.IsEmpty)
            return "0";
        var bytes = new List<byte>();
        foreach (int number in numbers)
        {
            uint rest = (uint)number;
            for (; rest >= 0x80; rest >>= 7)
                bytes.Add((byte)(rest | 0x80));
            bytes.Add((byte)rest);
        }

        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>Reads what <see cref="Token"/> wrote.</summary>
    /// <returns>Null if these are no numbers of a case.</returns>
    public static int[]? Parse(ReadOnlySpan<byte> bytes)
    {
        var numbers = new List<int>();
        long number = 0;
        int shift = 0;
        foreach (byte next in bytes)
        {
            number |= (long)(next & 0x7F) << shift;
            shift += 7;
            if (number > int.MaxValue)
                return null;
            if ((next & 0x80) != 0)
                continue;
            numbers.Add((int)number);
            (number, shift) = (0, 0);
        }

        bool isCase = shift == 0 && (numbers.Count == 0 || (numbers[0] < 3 && numbers.Count <= CaseDecisions.At(1 + numbers[0], 0)));
        return isCase ? [.. numbers] : null;
    }

    /// <summary>The axis of eight numbers.</summary>
    private static Axis AxisOf(ReadOnlySpan<int> numbers)
    {
        int kernel = checked(1 + numbers[CaseDecisions.Kernel]);
        int dilation = checked(1 + numbers[CaseDecisions.Dilation]);
        (int begin, int end) = (numbers[CaseDecisions.Begin], numbers[CaseDecisions.End]);
        var border = (Border)numbers[CaseDecisions.BorderKind];
        int extent = OutputSize.Extent(kernel, dilation);
        int beyond = numbers[CaseDecisions.Input];
        int fewest = Fewest(extent, begin, end);
        int input = !MayBeEmpty(extent, begin, end, border) || beyond == 0 ? checked(fewest + beyond) : beyond == 1
            ? 0
            : fewest + beyond - 1;
        return new Axis(input, kernel, checked(1 + numbers[CaseDecisions.Stride]), dilation, Padding.Explicit(begin, end), border,
            checked(1 + numbers[CaseDecisions.Tile]));
    }

    private static int Fewest(int extent, int begin, int end) => (int)Math.Max((long)extent - begin - end, 1);

    private static bool MayBeEmpty(int extent, int begin, int end, Border border) => border == Border.Zeros && (long)begin + end >= extent;
}
