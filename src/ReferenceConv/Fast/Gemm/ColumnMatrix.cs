namespace ReferenceConv.Fast.Gemm;

/// <summary>Where the matrix X [C/g·|r| × |o|] of a convolution's windows stands while it is multiplied.</summary>
public enum ColumnMatrix
{
    /// <summary>In memory, written out as a whole beforehand: im2col.</summary>
    Explicit,

    /// <summary>Nowhere: each part of it is read from the image when its turn comes.</summary>
    Implicit,
}
