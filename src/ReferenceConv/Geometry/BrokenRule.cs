using System.Runtime.CompilerServices;

namespace ReferenceConv.Geometry;

/// <summary>
/// The text of a rule, put together only if the rule is broken: an axis checks nine, and cases make axes by the hundred thousand.
/// </summary>
[InterpolatedStringHandler]
internal ref struct BrokenRule
{
    private DefaultInterpolatedStringHandler text;

    public BrokenRule(int literalLength, int formattedCount, bool holds, out bool isBroken)
    {
        isBroken = !holds;
        text = isBroken ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
    }

    public void AppendLiteral(string value) => text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    public string Text() => text.ToStringAndClear();
}
