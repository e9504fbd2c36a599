namespace ReferenceConv.Verification.Cases;

/// <summary>The three derivatives of the trilinear form.</summary>
public enum ConvolutionOperator
{
    /// <summary>y from x and w.</summary>
    Forward,

    /// <summary>dx from w and dy; with another name, the transposed convolution.</summary>
    DataGradient,

    /// <summary>dw from x and dy.</summary>
    WeightGradient,
}
