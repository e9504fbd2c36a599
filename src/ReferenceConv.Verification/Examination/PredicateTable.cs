using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Examination;

/// <summary>
/// Which conditions kernels branch on, and how often: what public reports and the sources of libraries show most is drawn most.
/// </summary>
internal static class PredicateTable
{
    private const int CountersIn100 = 3;

    private static readonly ImmutableArray<(SizeField Field, int Weight)> Fields =
    [
        (SizeField.Kernel, 4),
        (SizeField.Stride, 3), (SizeField.Output, 3), (SizeField.InChannels, 3), (SizeField.OutChannels, 3),
        (SizeField.Input, 2), (SizeField.Groups, 2), (SizeField.Batch, 2),
        (SizeField.Begin, 1), (SizeField.End, 1), (SizeField.Dilation, 1), (SizeField.Rank, 1),
    ];

    /// <summary>A condition for a fault of an operator; a pooling has no groups, and as many outputs as channels.</summary>
    public static SizePredicate Drawn(Dice dice, ConvolutionOperator op)
    {
        SizeField field = Field(dice, op);
        AxisChoice axes = Axes(dice);
        bool isExtent = field is not (SizeField.Stride or SizeField.Dilation or SizeField.Rank);
        return isExtent && dice.Chance(CountersIn100)
            ? AtLeast(field, axes, dice.One(1 << 8, 1 << 16))
            : field switch
            {
                SizeField.Kernel => Kernel(dice, axes),
                SizeField.Stride => dice.Weighted(10, 1) == 0 ? Equal(field, axes, 1 + dice.Weighted(4, 4, 1, 1)) : AtLeast(field, axes, 2),
                SizeField.Dilation => dice.Below(3) is var d && d < 2 ? Equal(field, axes, 1 + d) : AtLeast(field, axes, 2),
                SizeField.Begin or SizeField.End => dice.Below(6) is var p && p < 4 ? Equal(field, axes, p) : AtLeast(field, axes, p - 3),
                SizeField.Batch => Batch(dice),
                SizeField.Groups => Groups(dice),
                SizeField.Rank => Equal(field, axes, 1 + dice.Weighted(1, 2, 1)),
                SizeField.InChannels or SizeField.OutChannels => dice.Weighted(4, 5, 4) switch
                {
                    0 => Equal(field, axes, dice.One(1, 2, 3)),
                    1 => Remainder(field, axes, dice.One(4, 8, 16, 32), dice.One(0, 1, -1)),
                    _ => AtLeast(field, axes, dice.One(2, 4, 8, 16, 32, 64)),
                },
                _ => dice.Weighted(5, 4, 2) switch
                {
                    0 => Remainder(field, axes, dice.One(4, 8, 16, 32), dice.One(0, 1, -1)),
                    1 => AtLeast(field, axes, dice.One(2, 4, 8, 16, 32)),
                    _ => Equal(field, axes, 1 + dice.Below(8)),
                },
            };
    }

    /// <summary>The same kind of condition with constants that nobody would expect.</summary>
    public static SizePredicate Arbitrary(Dice dice, ConvolutionOperator op)
    {
        SizeField field = Field(dice, op);
        AxisChoice axes = Axes(dice);
        return field switch
        {
            SizeField.Kernel => dice.Chance(50) ? Equal(field, axes, 1 + dice.Below(9)) : AtLeast(field, axes, 2 + dice.Below(5)),
            SizeField.Stride or SizeField.Dilation => Equal(field, axes, 1 + dice.Below(5)),
            SizeField.Begin or SizeField.End => Equal(field, axes, dice.Below(7)),
            SizeField.Rank => Equal(field, axes, 1 + dice.Below(3)),
            _ => dice.Below(3) switch
            {
                0 => Equal(field, axes, 1 + dice.Below(24)),
                1 => Remainder(field, axes, 2 + dice.Below(11), dice.Below(12)),
                _ => AtLeast(field, axes, 2 + dice.Below(40)),
            },
        };
    }

    private static SizeField Field(Dice dice, ConvolutionOperator op)
    {
        bool isPooling = ConvolutionOperators.Pooling.Contains(op);
        return Fields[dice.Weighted(
            [.. Fields.Select(field => isPooling && field.Field is SizeField.Groups or SizeField.OutChannels ? 0 : field.Weight)])].Field;
    }

    private static AxisChoice Axes(Dice dice) => (AxisChoice)dice.Weighted(70, 20, 10);

    private static SizePredicate Kernel(Dice dice, AxisChoice axes) => dice.Weighted(12, 3) == 0
        ? Equal(SizeField.Kernel, axes, dice.Weighted(3, 1, 5, 2, 1) is var k && k < 3 ? 1 + k : (2 * k) - 1)
        : dice.One(AtLeast(SizeField.Kernel, axes, 4), AtLeast(SizeField.Kernel, axes, 6), Remainder(SizeField.Kernel, axes, 2, 0));

    private static SizePredicate Batch(Dice dice) => dice.Weighted(1, 1, 1, 1, 4) switch
    {
        0 => Equal(SizeField.Batch, default, 1),
        1 => Equal(SizeField.Batch, default, 2),
        2 => Remainder(SizeField.Batch, default, 2, 1),
        3 => Remainder(SizeField.Batch, default, 4, dice.One(0, 1, -1)),
        _ => AtLeast(SizeField.Batch, default, dice.One(2, 4, 8, 32)),
    };

    private static SizePredicate Groups(Dice dice) => dice.Below(6) switch
    {
        0 => Equal(SizeField.Groups, default, 1),
        1 => Equal(SizeField.Groups, default, 2),
        2 => AtLeast(SizeField.Groups, default, 2),
        3 => AtLeast(SizeField.Groups, default, 8),
        var half => Remainder(SizeField.Groups, default, 4 * (half - 3), dice.One(0, 1, -1)),
    };

    private static SizePredicate Equal(SizeField field, AxisChoice axes, int value) => new(field, axes, 1, value, IsLeast: false);

    private static SizePredicate AtLeast(SizeField field, AxisChoice axes, int value) => new(field, axes, 1, value, IsLeast: true);

    private static SizePredicate Remainder(SizeField field, AxisChoice axes, int modulus, int remainder) =>
        new(field, axes, modulus, (remainder + modulus) % modulus, IsLeast: false);
}
