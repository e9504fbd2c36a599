using System.Collections.Immutable;

namespace ReferenceConv.Verification.Laws;

/// <summary>
/// Every law that holds for every case, stated once: <c>verify</c> runs them over seeded cases, the property tests over drawn ones.
/// </summary>
public static class LawBook
{
    /// <summary>The laws, those first that lean on nothing but a picture or the lectures.</summary>
    public static ImmutableArray<Law> All { get; } =
    [
        .. PaddedImageLaws.All,
        .. PaddingLaws.All,
        .. LineFormulaLaws.All,
        .. ImageFormulaLaws.All,
        .. PoolingFormulaLaws.All,
        .. RungLaws.All,
        .. AdjointLaws.All,
        .. DerivativeLaws.All,
        .. LinearityLaws.All,
        .. FlipLaws.All,
        .. ShiftLaws.All,
        .. StrideLaws.All,
        .. TiledLaws.All,
        .. ChannelLaws.All,
        .. MatrixLaws.All,
        .. TransposedLaws.All,
        .. PoolingLaws.All,
        .. ReceptiveFieldLaws.All,
    ];
}
