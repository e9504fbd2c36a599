namespace ReferenceConv.PropertyTests.Signals;

/// <summary>Which outputs are asked for.</summary>
public enum Mode
{
    /// <summary>Every window that meets the image.</summary>
    Full,

    /// <summary>As many as the image has.</summary>
    Same,

    /// <summary>Only windows inside the image.</summary>
    Valid,

    /// <summary>As many as the image has, on a torus.</summary>
    Cyclic,
}
