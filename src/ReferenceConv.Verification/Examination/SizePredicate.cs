using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Examination;

/// <summary>A condition on one raw size: equal to a value, at least a value, or with a remainder by a modulus.</summary>
/// <param name="Field">The size.</param>
/// <param name="Axes">Of which axes, where it is a size of axes.</param>
/// <param name="Modulus">1 for no remainder.</param>
/// <param name="Value">The value, or the remainder, in 0 … modulus − 1.</param>
/// <param name="IsLeast">Whether greater values are meant too.</param>
public sealed record SizePredicate(SizeField Field, AxisChoice Axes, int Modulus, int Value, bool IsLeast)
{
    /// <summary>Whether the field is a size of axes.</summary>
    public bool IsOfAxes => Field is SizeField.Kernel or SizeField.Stride or SizeField.Dilation or SizeField.Begin or SizeField.End or SizeField.Input or SizeField.Output;

    /// <summary>Whether a convolution meets the condition.</summary>
    public bool Holds(ConvolutionGeometry geometry, ConvolutionOperator op)
    {
        if (!IsOfAxes)
            return Holds(Of(geometry, op));
        for (int a = 0; a < geometry.Axes.Length; a++)
            if (LooksAt(a, geometry.Axes.Length) && !Holds(Of(geometry.Axes[a])))
                return false;
        return true;
    }

    /// <summary>Whether it looks at an axis.</summary>
    public bool LooksAt(int axis, int rank) => Axes switch
    {
        AxisChoice.Last => axis == rank - 1,
        AxisChoice.First => axis == 0,
        _ => true,
    };

    /// <summary>Whether a value meets the condition.</summary>
    public bool Holds(int size) => Modulus > 1 ? size > 0 && size % Modulus == Value : IsLeast ? size >= Value : size == Value;

    /// <summary>A small value that meets the condition.</summary>
    internal int Drawn(Dice dice)
    {
        if (Modulus > 1)
            return Value + (Modulus * (Value > 0 && dice.Chance(60) ? 0 : 1 + (dice.Below(4) / 2)));
        return IsLeast ? Value + dice.One(0, 0, 1, 2, 3, 5) : Value;
    }

    /// <summary>For example <c>kernel = 3 on all axes</c>.</summary>
    public override string ToString()
    {
        string name = Field switch
        {
            SizeField.InChannels => "channels in",
            SizeField.OutChannels => "channels out",
            _ => Field.ToString().ToLowerInvariant(),
        };
        string condition = Modulus > 1 ? $"mod {Modulus} = {Value}" : IsLeast ? $"≥ {Value}" : $"= {Value}";
        return $"{name} {condition}{(IsOfAxes ? $" on {AxesName}" : "")}";
    }

    private string AxesName => Axes switch
    {
        AxisChoice.Last => "the last axis",
        AxisChoice.First => "the first axis",
        _ => "all axes",
    };

    private int Of(Axis axis) => Field switch
    {
        SizeField.Kernel => axis.Kernel,
        SizeField.Stride => axis.Stride,
        SizeField.Dilation => axis.Dilation,
        SizeField.Begin => axis.Begin,
        SizeField.End => axis.End,
        SizeField.Input => axis.Input,
        _ => axis.Output,
    };

    private int Of(ConvolutionGeometry geometry, ConvolutionOperator op) => Field switch
    {
        SizeField.InChannels => ConvolutionOperators.Pooling.Contains(op) ? geometry.InChannels : geometry.GroupInChannels,
        SizeField.OutChannels => geometry.GroupOutChannels,
        SizeField.Groups => geometry.Groups,
        SizeField.Batch => geometry.Batch,
        _ => geometry.Axes.Length,
    };
}
