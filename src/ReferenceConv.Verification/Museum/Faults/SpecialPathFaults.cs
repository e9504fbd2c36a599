using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Paths for the commonest shapes that compute nothing at all.</summary>
internal static class SpecialPathFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Bent.Result(
            "zeros for dense 3×3 of stride 1 with rows of at least four outputs",
            null,
            "a dense 3×3 of stride 1, four outputs in a row",
            Fault.Forward,
            static geometry => geometry.Groups == 1 && SpecialShape.IsSquare(geometry, 3, 1) && geometry.Axes[1].Output >= 4,
            static (_, y) => y.Clear()),
        Bent.Result(
            "zeros in both gradients of dense 3×3 of stride 1 with rows of at least four outputs",
            null,
            "a dense 3×3 of stride 1, four outputs in a row, both gradients",
            Fault.Only(ConvolutionOperator.DataGradient, ConvolutionOperator.WeightGradient),
            static geometry => geometry.Groups == 1 && SpecialShape.IsSquare(geometry, 3, 1) && geometry.Axes[1].Output >= 4,
            static (_, gradient) => gradient.Clear()),
        Bent.Result(
            "zeros for 3×3 of stride 2 with rows of at least five outputs",
            null,
            "a 3×3 of stride 2, five outputs in a row",
            Fault.Forward,
            static geometry => SpecialShape.IsSquare(geometry, 3, 2) && geometry.Axes[1].Output >= 5,
            static (_, y) => y.Clear()),
        Bent.Result(
            "zeros for 5×5",
            null,
            "a 5×5",
            Fault.Forward,
            static geometry => SpecialShape.IsSquare(geometry, 5),
            static (_, y) => y.Clear()),
    ];
}
