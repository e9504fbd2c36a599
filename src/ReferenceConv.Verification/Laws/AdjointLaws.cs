using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Laws;

/// <summary>One trilinear form, computed three ways.</summary>
internal static class AdjointLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("The three operators compute one trilinear form", OneForm),
    ];

    /// <summary>P14: ⟨y, g⟩ = ⟨x, dx⟩ = ⟨w, dw⟩ = T(x, w, g), in the ring of integers mod 2⁶⁴.</summary>
    private static string? OneForm(ConvolutionCase instance)
    {
        var form = Trilinear<long>.Draw(instance.Geometry, instance.Seed, static n => n);
        long byOutput = Vector.Dot(form.Y(), form.G);
        return Vector.Mismatch("⟨x, dx⟩", byOutput, Vector.Dot(form.X, form.DX()))
            ?? Vector.Mismatch("⟨w, dw⟩", byOutput, Vector.Dot(form.W, form.DW()));
    }
}
