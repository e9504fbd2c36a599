namespace ReferenceConv.Verification.Schedules;

/// <summary>How an axis is padded, in the words of frameworks.</summary>
internal enum PathPadding
{
    /// <summary>Not.</summary>
    None,

    /// <summary>Half of the extent on each side.</summary>
    Half,

    /// <summary>One on each side.</summary>
    One,

    /// <summary>Two on each side.</summary>
    Two,

    /// <summary>So that outputs are inputs by stride, the odd one at the end.</summary>
    SameUpper,

    /// <summary>So that outputs are inputs by stride, the odd one at the beginning.</summary>
    SameLower,

    /// <summary>All of it before the input.</summary>
    Causal,

    /// <summary>As many as there are inputs, on each side.</summary>
    Input,

    /// <summary>Twice as many as there are inputs, on each side.</summary>
    TwiceInput,
}
