using System.Collections.Immutable;
using ReferenceConv.Verification.Museum.Unusual;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>Recombined products, recombined wrongly.</summary>
internal static class WinogradFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Wrong(
            "Winograd reads the first group for every group",
            "https://github.com/ROCm/rocm-libraries/issues/4998",
            "groups > 1 with this algorithm",
            static () => new() { FirstChannel = static (_, _) => 0 }),
        Wrong(
            "Winograd's loop over the last tiles begins again at the first",
            "https://github.com/Tencent/ncnn/pull/1891",
            "a number of tiles that is no multiple of 4",
            static () => new() { ReadAt = static (output, outputs) => output >= outputs / 8 * 8 && outputs > 8 ? output % 8 : output }),
        Wrong(
            "the last tile of Winograd does not write its second output",
            "https://github.com/Tencent/TNN/issues/394",
            "an even number of outputs in a row",
            static () => new() { HasSecond = static (output, outputs) => output + 1 < outputs }),
    ];

    private static Exhibit<float> Wrong(string name, string report, string lesson, Func<WinogradConvolution> make) =>
        Fault.Whole(name, report, lesson, () => make().Answer, WinogradConvolution.Claims);
}
