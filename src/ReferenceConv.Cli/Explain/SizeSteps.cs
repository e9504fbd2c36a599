using ReferenceConv.Geometry;

namespace ReferenceConv.Cli.Explain;

/// <summary>
/// The size arithmetic of one axis with the numbers in. The formulas are spelled here, the values are the axis's own, so a reader can check
/// one against the other.
/// </summary>
internal static class SizeSteps
{
    /// <summary>The steps, first to last.</summary>
    public static IEnumerable<Step> Of(Question question, int axis) =>
        question.Operation == Operation.Transposed
            ? Transposed(question.Axes[axis], question.Paddings[axis], question.HasTarget)
            : Convolution(question.Axes[axis], question.Paddings[axis]);

    /// <summary>What the division leaves: positions of the padded input behind the last window.</summary>
    public static int Remainder(Axis axis) => (axis.Input + axis.Begin + axis.End - axis.Extent) % axis.Stride;

    private static IEnumerable<Step> Convolution(Axis axis, Padding padding)
    {
        (int i, int s, int p0, int p1, int o) = (axis.Input, axis.Stride, axis.Begin, axis.End, axis.Output);
        yield return Extent(axis);

        if (IsSame(padding))
        {
            int outputs = (int)(((long)i + s - 1) / s);
            yield return new Step("padding", $"{padding}: o = ⌈i/s⌉ = ⌈{i}/{s}⌉ = {outputs}");
            yield return new Step("", $"p₀+p₁ = max((o−1)s+k̂−i, 0) = max({outputs - 1}·{s}+{axis.Extent}−{i}, 0) = {p0 + p1}");
            yield return new Step("", $"p₀,p₁ = {p0},{p1}{Odd(axis, padding)}");
        }
        else
            yield return FixedPadding(axis, padding);

        int room = i + p0 + p1 - axis.Extent;
        if (axis.Rounding == Rounding.Floor)
            yield return new Step("output size", $"o = ⌊(i+p₀+p₁−k̂)/s⌋+1 = ⌊({i}+{p0}+{p1}−{axis.Extent})/{s}⌋+1 = ⌊{room}/{s}⌋+1 = {o}");
        else
        {
            int ceiling = (int)(((long)room + s - 1) / s) + 1;
            yield return new Step(
                "output size", $"o = ⌈(i+p₀+p₁−k̂)/s⌉+1 = ⌈({i}+{p0}+{p1}−{axis.Extent})/{s}⌉+1 = ⌈{room}/{s}⌉+1 = {ceiling}");
            if (ceiling > o)
                yield return new Step(
                    "", $"(o−1)s = {(long)(ceiling - 1) * s} ≥ i+p₀ = {i + p0}: the last would start behind the input; o = {o}");
        }

        yield return new Step("remainder", $"(i+p₀+p₁−k̂) mod s = {room} mod {s} = {Remainder(axis)}{Behind(axis)}");
        if (Unmet.Of(axis) is { } unmet)
            yield return new Step("never visited", unmet.Count == 0 ? "no input" : $"input {unmet.Text}");
    }

    private static IEnumerable<Step> Transposed(Axis axis, Padding padding, bool hasTarget)
    {
        (int small, int large, int s, int p0, int p1) = (axis.Output, axis.Input, axis.Stride, axis.Begin, axis.End);
        yield return Extent(axis);

        bool same = IsSame(padding);
        if (hasTarget)
            yield return new Step("output size", $"o′ = {large}, as --target says");
        else if (same)
            yield return new Step("output size", $"{padding}: o′ = s·i′ = {s}·{small} = {large}");
        if (same)
        {
            yield return new Step("padding", $"p₀+p₁ = max(s(i′−1)+k̂−o′, 0) = max({s}·{small - 1}+{axis.Extent}−{large}, 0) = {p0 + p1}");
            yield return new Step("", $"p₀,p₁ = {p0},{p1}{Odd(axis, padding)}");
        }
        else
            yield return FixedPadding(axis, padding);

        int a = Remainder(axis);
        if (!hasTarget && !same)
            yield return new Step("output size", $"o′ = s(i′−1)+a+k̂−p₀−p₁ = {s}·{small - 1}+{a}+{axis.Extent}−{p0}−{p1} = {large}");
        yield return new Step(
            "convolves back",
            $"⌊(o′+p₀+p₁−k̂)/s⌋+1 = ⌊({large}+{p0}+{p1}−{axis.Extent})/{s}⌋+1 = {small} = i′, a = {a}");
        if (Unmet.Of(axis) is { } unmet)
            yield return new Step("never written", unmet.Count == 0 ? "no output" : $"output {unmet.Text}: 0 there");
    }

    private static Step Extent(Axis axis) =>
        new("kernel extent", $"k̂ = d(k−1)+1 = {axis.Dilation}·({axis.Kernel}−1)+1 = {axis.Extent}");

    private static bool IsSame(Padding padding) => padding == Padding.SameUpper || padding == Padding.SameLower;

    private static Step FixedPadding(Axis axis, Padding padding) => new(
        "padding",
        padding == Padding.Full ? $"full: p₀ = p₁ = k̂−1 = {axis.Begin}"
        : padding == Padding.Half ? $"half: p₀ = p₁ = ⌊k̂/2⌋ = ⌊{axis.Extent}/2⌋ = {axis.Begin}"
        : padding == Padding.Valid ? "none: p₀,p₁ = 0,0"
        : $"p₀,p₁ = {axis.Begin},{axis.End}");

    private static string Odd(Axis axis, Padding padding) =>
        axis.Begin == axis.End ? "" : padding == Padding.SameLower ? ", the odd one at the beginning" : ", the odd one at the end";

    private static string Behind(Axis axis)
    {
        int behind = Remainder(axis);
        if (behind == 0)
            return "";
        if (axis.Position(axis.Output - 1, 0) + axis.Extent > (long)axis.Input + axis.End)
            return ": the last window is partial";
        int inputs = Math.Max(behind - axis.End, 0);
        return $": {behind} padded position{(behind == 1 ? "" : "s")} behind the last window, {inputs} of the input";
    }
}
