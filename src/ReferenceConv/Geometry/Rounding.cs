namespace ReferenceConv.Geometry;

/// <summary>What happens to the last window when the stride does not divide the room it has.</summary>
public enum Rounding
{
    /// <summary>Only windows that fit whole: ⌊·⌋. The rule of convolution, and of pooling unless asked otherwise.</summary>
    Floor,

    /// <summary>Also a last, partial window, if it starts inside the input or its begin padding: ⌈·⌉. Pooling's ceil mode.</summary>
    Ceiling,
}
