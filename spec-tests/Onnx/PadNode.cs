using NUnit.Framework;
using ReferenceConv.Geometry;

namespace ReferenceConv.SpecTests.Onnx;

/// <summary>Pad: every axis is an axis with a kernel of one tap, and its border says which element stands at a position.</summary>
internal static class PadNode
{
    public static void Pad(OnnxNode node)
    {
        OnnxTensor x = node.Input(0);
        Axis[] axes = Axes(node, x.Shape);
        Assert.That(axes.Select(static axis => axis.Output), Is.EqualTo(node.Expected.Shape));
        if (x.Integers.Length > 0)
            Assert.That(Padded(axes, x.Integers, node.Optional(2)?.Integers[0] ?? 0), Is.EqualTo(node.Expected.Integers));
        else
            Assert.That(Padded(axes, x.Floats, node.Optional(2)?.Floats[0] ?? node.Float("value")), Is.EqualTo(node.Expected.Floats));
    }

    private static Axis[] Axes(OnnxNode node, int[] shape)
    {
        int[] pads = node.Optional(1) is { } input
            ? [.. input.Integers.Select(static pad => (int)pad)]
            : node.Integers("pads", node.Integers("paddings", []));
        int[] named = node.Optional(3) is { } some
            ? [.. some.Integers.Select(axis => (int)(axis < 0 ? axis + shape.Length : axis))]
            : [.. Enumerable.Range(0, shape.Length)];
        string mode = node.Word("mode", "constant");
        Border border = mode switch
        {
            "constant" => Border.Zeros,
            "edge" => Border.Extended,
            "reflect" => Border.Reflected,
            "wrap" => Border.Cyclic,
            _ => throw new NotSupportedException($"mode {mode}"),
        };

        var axes = new Axis[shape.Length];
        for (int a = 0; a < shape.Length; a++)
        {
            int place = Array.IndexOf(named, a);
            Padding padding = place < 0 ? Padding.Valid : Padding.Explicit(pads[place], pads[named.Length + place]);
            axes[a] = new Axis(shape[a], 1, padding: padding, border: border);
        }

        return axes;
    }

    private static T[] Padded<T>(Axis[] axes, T[] x, T constant)
    {
        var y = new T[axes.Aggregate(1, static (product, axis) => product * axis.Output)];
        for (int e = 0; e < y.Length; e++)
        {
            (int rest, int from, int size) = (e, 0, 1);
            for (int a = axes.Length - 1; a >= 0 && from != Axis.None; a--)
            {
                int i = axes[a].InputAt(rest % axes[a].Output, 0);
                from = i == Axis.None ? Axis.None : from + (i * size);
                rest /= axes[a].Output;
                size *= axes[a].Input;
            }

            y[e] = from == Axis.None ? constant : x[from];
        }

        return y;
    }
}
