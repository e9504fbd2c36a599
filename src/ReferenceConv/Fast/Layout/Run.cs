namespace ReferenceConv.Fast.Layout;

/// <summary>
/// Results that stand side by side, in the output and in what they read: result m of the run is at <paramref name="Result"/> + m·step in
/// its plane of the output, and under a tap it reads the stored element <paramref name="Image"/> + tap offset + m·stored step.
/// </summary>
/// <param name="Image">Place in the stored image.</param>
/// <param name="Result">Place in a plane of the output.</param>
/// <param name="Length">Results.</param>
/// <param name="FirstTapRow">The first row of taps that meets anything here; the rows before it lie over zeros.</param>
/// <param name="TapRows">Rows of taps from there to the last that meets anything.</param>
internal readonly record struct Run(int Image, int Result, int Length, int FirstTapRow, int TapRows);
