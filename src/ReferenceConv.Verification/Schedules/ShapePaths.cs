using System.Collections.Immutable;

namespace ReferenceConv.Verification.Schedules;

/// <summary>The shapes that libraries have code of their own for: what their sources dispatch on and public reports name.</summary>
internal static class ShapePaths
{
    private static readonly ImmutableArray<PathPadding> Bare = [PathPadding.None];
    private static readonly ImmutableArray<PathPadding> Usual =
        [PathPadding.Half, PathPadding.Half, PathPadding.None, PathPadding.SameUpper, PathPadding.SameLower];
    private static readonly ImmutableArray<PathPadding> OfThree =
        [PathPadding.One, PathPadding.One, PathPadding.None, PathPadding.Two, PathPadding.SameUpper, PathPadding.SameLower];

    /// <summary>All of them.</summary>
    public static ImmutableArray<ShapePath> All { get; } =
    [
        Dense("1×1", [1, 1], 1, Bare) with { IsCommon = true },
        Dense("1×1 s2", [1, 1], 2, Bare) with { IsCommon = true },
        Dense("3×3", [3, 3], 1, OfThree) with { IsCommon = true },
        Dense("3×3 s2", [3, 3], 2, OfThree) with { IsCommon = true },
        Dense("5×5", [5, 5], 1, Usual) with { IsCommon = true },
        Dense("5×5 s2", [5, 5], 2, Usual),
        Dense("7×7", [7, 7], 1, Usual),
        Dense("7×7 s2", [7, 7], 2, Usual),
        Dense("11×11 s4", [11, 11], 4, [PathPadding.None, PathPadding.Two]),
        new("3×3 d2", [3, 3], 1, 2, PathKind.Dense, Usual),
        new ShapePath("depthwise 3×3", [3, 3], 1, 1, PathKind.Depthwise, OfThree) with { IsCommon = true },
        new ShapePath("depthwise 3×3 s2", [3, 3], 2, 1, PathKind.Depthwise, OfThree) with { IsCommon = true },
        new("depthwise 5×5", [5, 5], 1, 1, PathKind.Depthwise, Usual),
        new("depthwise 5×5 s2", [5, 5], 2, 1, PathKind.Depthwise, Usual),
        new("depthwise 7×7", [7, 7], 1, 1, PathKind.Depthwise, Usual),
        new("depthwise 7×7 s2", [7, 7], 2, 1, PathKind.Depthwise, Usual),
        new("depthwise 3×3 with a multiplier", [3, 3], 1, 1, PathKind.Multiplied, OfThree),
        new("depthwise 3×3 s2 with a multiplier", [3, 3], 2, 1, PathKind.Multiplied, OfThree),
        new("depthwise 5×5 with a multiplier", [5, 5], 1, 1, PathKind.Multiplied, Usual),
        new("depthwise 7×7 s2 with a multiplier", [7, 7], 2, 1, PathKind.Multiplied, Usual),
        new("grouped 1×1", [1, 1], 1, 1, PathKind.Grouped, Bare),
        new("grouped 3×3", [3, 3], 1, 1, PathKind.Grouped, OfThree),
        new("grouped 3×3 s2", [3, 3], 2, 1, PathKind.Grouped, OfThree),
        Dense("1×3", [1, 3], 1, Usual),
        Dense("3×1", [3, 1], 1, Usual),
        Dense("1×7", [1, 7], 1, Usual),
        Dense("7×1", [7, 1], 1, Usual),
        Dense("a line through two axes", [1, 3], 1, Usual) with { IsLine = true },
        Dense("2×2 s2", [2, 2], 2, [PathPadding.None, PathPadding.None, PathPadding.One, PathPadding.SameUpper]) with { IsPooling = true },
        Dense("3×3 s2 pooling", [3, 3], 2, [PathPadding.None, PathPadding.One, PathPadding.SameUpper]) with { IsPooling = true },
        Dense("global", [7, 7], 1, Bare) with { IsPooling = true, IsGlobal = true },
        Dense("4×4 s2", [4, 4], 2, [PathPadding.One, PathPadding.One, PathPadding.None, PathPadding.SameLower]),
        Dense("2×2", [2, 2], 1, [PathPadding.None, PathPadding.SameUpper, PathPadding.SameLower]),
        Dense("4×4", [4, 4], 1, [PathPadding.None, PathPadding.SameUpper, PathPadding.SameLower, PathPadding.One]),
        Dense("6×6 s3", [6, 6], 3, Usual),
        Dense("patch 4×4 s4", [4, 4], 4, Bare),
        Dense("patch 8×8 s8", [8, 8], 8, Bare),
        Dense("patch 16×16 s16", [16, 16], 16, Bare),
        Dense("3", [3], 1, OfThree),
        Dense("3 s2", [3], 2, OfThree),
        Dense("1", [1], 1, Bare),
        Dense("5 s2", [5], 2, Usual),
        new("causal 2 d4", [2], 1, 4, PathKind.Dense, [PathPadding.Causal]),
        new("causal 3", [3], 1, 1, PathKind.Dense, [PathPadding.Causal]),
        new("depthwise 4", [4], 1, 1, PathKind.Depthwise, [PathPadding.Causal]),
        Dense("long 31", [31], 1, Usual),
        Dense("long 80 s4", [80], 4, Usual),
        Dense("1×31", [1, 31], 1, Usual),
        Dense("13×13", [13, 13], 1, Usual),
        Dense("3×3×3", [3, 3, 3], 1, OfThree),
        Dense("3×3×3 s2", [3, 3, 3], 2, OfThree),
        Dense("1×1×1", [1, 1, 1], 1, Bare),
        Dense("3×1×1", [3, 1, 1], 1, Usual),
        Dense("1×3×3", [1, 3, 3], 1, Usual),
        Dense("2×2×2 s2", [2, 2, 2], 2, Bare) with { IsPooling = true },
        new("depthwise 3×3×3", [3, 3, 3], 1, 1, PathKind.Depthwise, OfThree),
    ];

    private static ShapePath Dense(string name, ImmutableArray<int> kernel, int stride, ImmutableArray<PathPadding> paddings) =>
        new(name, kernel, stride, 1, PathKind.Dense, paddings);
}
