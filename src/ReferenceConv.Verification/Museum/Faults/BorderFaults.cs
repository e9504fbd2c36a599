using System.Collections.Immutable;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Museum.Loops;

namespace ReferenceConv.Verification.Museum.Faults;

/// <summary>What stands in the padding, and the kernels of a tiled convolution.</summary>
internal static class BorderFaults
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Exhibit<float>> All { get; } =
    [
        Fault.Convolution(
            "every border taken for zeros",
            null,
            "a border that copies",
            static () => new() { Border = static (axis, position) => IsInside(axis, position) ? (int)position : -1 }),
        Fault.Convolution(
            "zeros taken for the extended border",
            null,
            "padding with zeros",
            static () => new() { Border = static (axis, position) => IsPadding(axis, position)
                ? Nearest(axis, position)
                : NaiveBorder.InputAt(axis, position) }),
        Wrong(
            "the extended border at the end copies the last input but one",
            Border.Extended,
            static (axis, position) => position < 0 ? 0 : Math.Max(axis.Input - 2, 0)),
        Wrong("the extended border at the beginning left zero", Border.Extended, static (axis, position) => position < 0
            ? -1
            : axis.Input - 1),
        Wrong(
            "the cyclic border by the remainder of C, which can be negative",
            Border.Cyclic,
            static (axis, position) => (int)(Math.Abs(position) % axis.Input)),
        Wrong(
            "the cyclic border wraps once only",
            Border.Cyclic,
            static (axis, position) => Once(axis, position < 0 ? position + axis.Input : position - axis.Input)),
        Wrong(
            "the reflected border repeats the edge",
            Border.Reflected,
            static (axis, position) => Once(axis, position < 0 ? -position - 1 : (2L * axis.Input) - 1 - position)),
        Wrong(
            "the reflected border reflects once only",
            Border.Reflected,
            static (axis, position) => Once(axis, position < 0 ? -position : (2L * (axis.Input - 1)) - position)),
        Fault.Convolution(
            "the data gradient forgets what the border read",
            null,
            "a border that copies, data gradient",
            static () => new() { Skips = static p => Enumerable.Range(0, p.At.Length).Any(a => !IsInside(p.Axis(a), p.Position(a))) },
            Fault.DataGradient),
        Fault.Convolution(
            "tiles begin with the second kernel",
            null,
            "tiled convolution",
            static () => new() { Phase = static (axis, o) => (o + 1) % axis.Tile }),
        Fault.Convolution(
            "tiles change after t outputs instead of every output",
            null,
            "tiled convolution",
            static () => new() { Phase = static (axis, o) => o / axis.Tile % axis.Tile }),
        Fault.Convolution(
            "tiles chosen by the input position",
            null,
            "tiled convolution with a stride",
            static () => new() { Phase = static (axis, o) => o * axis.Stride % axis.Tile }),
        Fault.Convolution(
            "tiles on the first axis only",
            null,
            "tiled convolution with two axes",
            static () =>
                new() { Bend = static p => p.Phase -= p.Phase % p.Geometry.Axes.Skip(1).Aggregate(1, static (t, axis) => t * axis.Tile) }),
    ];

    private static Exhibit<float> Wrong(string name, Border border, Func<Axis, long, int> outside) =>
        Fault.Convolution(
            name,
            null,
            $"a border of kind {border}",
            () => new()
            {
                Border = (axis, position) =>
                    axis.Border == border && !IsInside(axis, position) ? outside(axis, position) : NaiveBorder.InputAt(axis, position),
            });

    private static bool IsPadding(Axis axis, long position) => axis is { Border: Border.Zeros, Input: > 0 } && !IsInside(axis, position);

    private static int Nearest(Axis axis, long position) => (int)Math.Clamp(position, 0, axis.Input - 1);

    private static bool IsInside(Axis axis, long position) => 0 <= position && position < axis.Input;

    private static int Once(Axis axis, long position) => IsInside(axis, position) ? (int)position : -1;
}
