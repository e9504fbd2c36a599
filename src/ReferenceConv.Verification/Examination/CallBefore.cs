namespace ReferenceConv.Verification.Examination;

/// <summary>What a guard wants of the call before, to the same operator.</summary>
public enum CallBefore
{
    /// <summary>Nothing.</summary>
    Anything,

    /// <summary>The same sizes.</summary>
    SameSizes,

    /// <summary>Other sizes.</summary>
    OtherSizes,

    /// <summary>More inputs.</summary>
    MoreInputs,

    /// <summary>Fewer inputs.</summary>
    FewerInputs,

    /// <summary>The same weights' sizes and other inputs.</summary>
    SameWeightsOtherInputs,

    /// <summary>The same inputs' sizes and other weights.</summary>
    SameInputsOtherWeights,

    /// <summary>Another number of images, and nothing else.</summary>
    OtherBatchAlone,
}
