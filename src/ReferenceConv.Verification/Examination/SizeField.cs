namespace ReferenceConv.Verification.Examination;

/// <summary>A raw size that a kernel can branch on.</summary>
public enum SizeField
{
    /// <summary>Taps of an axis.</summary>
    Kernel,

    /// <summary>Inputs from one window to the next.</summary>
    Stride,

    /// <summary>Outputs of an axis.</summary>
    Output,

    /// <summary>Input channels of a group; of a pooling all channels.</summary>
    InChannels,

    /// <summary>Output channels of a group.</summary>
    OutChannels,

    /// <summary>Inputs of an axis.</summary>
    Input,

    /// <summary>Groups.</summary>
    Groups,

    /// <summary>Images.</summary>
    Batch,

    /// <summary>Padding before an axis.</summary>
    Begin,

    /// <summary>Padding behind an axis.</summary>
    End,

    /// <summary>Inputs from one tap to the next.</summary>
    Dilation,

    /// <summary>Number of axes.</summary>
    Rank,
}
