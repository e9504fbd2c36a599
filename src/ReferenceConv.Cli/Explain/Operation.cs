namespace ReferenceConv.Cli.Explain;

/// <summary>What <c>--op</c> can ask for; the word is the name in kebab case.</summary>
internal enum Operation
{
    /// <summary>y from x and w.</summary>
    Forward,

    /// <summary>dx from w and dy.</summary>
    DataGradient,

    /// <summary>dw from x and dy.</summary>
    WeightGradient,

    /// <summary>db from dy.</summary>
    BiasGradient,

    /// <summary>y from x and w through the transposed relation.</summary>
    Transposed,

    /// <summary>The greatest of a window.</summary>
    MaxPooling,

    /// <summary>dx from dy, to the greatest of each window.</summary>
    MaxPoolingGradient,

    /// <summary>The mean of a window.</summary>
    AveragePooling,

    /// <summary>dx from dy, in equal shares.</summary>
    AveragePoolingGradient,

    /// <summary>The windows as columns.</summary>
    Im2Col,

    /// <summary>The columns added back.</summary>
    Col2Im,
}
