using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>A statement that holds for every case.</summary>
/// <param name="Name">The statement in words, for example "Im2col forward equals scalar forward on integers".</param>
/// <param name="Check">Null if the law holds for the case; otherwise what differs, in one line.</param>
public sealed record Law(string Name, Func<ConvolutionCase, string?> Check);
