using System.Globalization;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Reports;

/// <summary>Numbers and places as reports write them.</summary>
internal static class NumberText
{
    /// <summary>What stands for a result that nobody wrote.</summary>
    public const string Unwritten = "·";

    private const double LargestInteger = 9_007_199_254_740_992;   // 2⁵³: beyond, not every integer is a double
    private const int RoughDigits = 3;
    private const int FewestDigits = 6;
    private const int MostDigits = 17;

    /// <summary>An integer as it is, other numbers in six digits, ∞ and NaN by name; a point where nothing was written.</summary>
    public static string Short(double number) => Text(number, FewestDigits);

    /// <summary>A tolerance or a difference in three digits; an integer as it is.</summary>
    public static string Rough(double number) => Text(number, RoughDigits);

    /// <summary>Both numbers, in as many digits as tell them apart and two more.</summary>
    public static (string One, string Other) Apart(double one, double other)
    {
        int digits = FewestDigits;
        while (digits < MostDigits && Text(one, digits) == Text(other, digits))
            digits++;
        digits = digits == FewestDigits ? digits : Math.Min(digits + 2, MostDigits);
        return (Text(one, digits), Text(other, digits));
    }

    /// <summary>For example <c>dx[0,3,12]</c>.</summary>
    public static string At(ArrayShape shape, int index) =>
        $"{shape.Name}[{string.Join(',', RowMajor.Coordinates(index, shape.Sizes.AsSpan()))}]";

    /// <summary>Whether a result is what results are filled with before the call, in the bits of either number type.</summary>
    public static bool IsUnwritten(double number) =>
        NumberFormat<double>.IsUnwritten(number) || NumberFormat<float>.IsUnwritten((float)number);

    private static string Text(double number, int digits) => number switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "-∞",
        double.NaN => IsUnwritten(number) ? Unwritten : "NaN",
        0 => "0",
        _ when double.IsInteger(number) && Math.Abs(number) <= LargestInteger => number.ToString("F0", CultureInfo.InvariantCulture),
        _ => number.ToString($"G{digits}", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal),
    };
}
