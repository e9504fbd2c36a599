namespace ReferenceConv.Verification.Cases;

/// <summary>What a candidate can be asked to compute over a geometry; <see cref="Signature"/> says from which arrays.</summary>
public enum ConvolutionOperator
{
    /// <summary>y from x, w and perhaps a bias.</summary>
    Forward,

    /// <summary>dx from w and dy; with another name, the transposed convolution.</summary>
    DataGradient,

    /// <summary>dw from x and dy.</summary>
    WeightGradient,

    /// <summary>db from dy.</summary>
    BiasGradient,

    /// <summary>y from x: the greatest input of each window, channel by channel.</summary>
    MaxPooling,

    /// <summary>dx from x and dy: each gradient goes to the first greatest input of its window.</summary>
    MaxPoolingGradient,

    /// <summary>y from x: the mean of each window, channel by channel.</summary>
    AveragePooling,

    /// <summary>dx from dy: each gradient is shared by the inputs of its window.</summary>
    AveragePoolingGradient,
}
