using System.Numerics;

namespace ReferenceConv.Numbers;

/// <summary>
/// A number that writes down how it was computed. Run a formula on symbols and it prints its own expansion:
/// <c>I(0,0)K(0,0) + I(0,1)K(0,1) + …</c>; symbols that carry values also print it with the numbers in: <c>1·0 + 0·0 + … = 1</c>.
/// Factors and summands keep the order in which they were met. The default value is the empty sum.
/// </summary>
public readonly record struct Trace :
    IAdditionOperators<Trace, Trace, Trace>,
    IMultiplyOperators<Trace, Trace, Trace>,
    IAdditiveIdentity<Trace, Trace>
{
    private readonly int summands;
    private readonly string? symbols;
    private readonly string? numbers;
    private readonly Rational? value;

    private Trace(int summands, string symbols, string numbers, Rational? value)
    {
        this.summands = summands;
        this.symbols = symbols;
        this.numbers = numbers;
        this.value = value;
    }

    /// <summary>The empty sum: it vanishes in a sum, and a product with it is the empty sum.</summary>
    public static Trace AdditiveIdentity => default;

    /// <summary>The value of the whole expression; null where one of its symbols has none. The empty sum is 0.</summary>
    public Rational? Value => summands == 0 ? Rational.AdditiveIdentity : value;

    /// <summary>a + b: the summands of a, then those of b.</summary>
    public static Trace operator +(Trace a, Trace b)
    {
        if (a.summands == 0)
            return b;
        if (b.summands == 0)
            return a;

        return new(a.summands + b.summands, $"{a.symbols} + {b.symbols}", $"{a.numbers} + {b.numbers}", a.value + b.value);
    }

    /// <summary>ab: the two side by side; a factor of several summands stands in parentheses.</summary>
    public static Trace operator *(Trace a, Trace b)
    {
        if (a.summands == 0 || b.summands == 0)
            return default;

        return new(1, a.Factor(a.symbols) + b.Factor(b.symbols), $"{a.Factor(a.numbers)}·{b.Factor(b.numbers)}", a.value * b.value);
    }

    /// <summary>One symbol, such as <c>I(0,0)</c>.</summary>
    public static Trace Symbol(string name) => new(1, name, name, null);

    /// <summary>One symbol and its value. With the numbers in, negative ones and fractions stand in parentheses: <c>2·(-3)</c>.</summary>
    public static Trace Symbol(string name, Rational value)
    {
        bool plain = value >= 0 && value.Denominator.IsOne;
        return new(1, name, plain ? $"{value}" : $"({value})", value);
    }

    /// <summary>name(0), name(1), …, zero-based.</summary>
    public static Trace[] Symbols(string name, int length)
    {
        var symbols = new Trace[length];
        for (int i = 0; i < length; i++)
            symbols[i] = Symbol($"{name}({i})");

        return symbols;
    }

    /// <summary>name(0,0), name(0,1), …, zero-based, row by row.</summary>
    public static Trace[,] Symbols(string name, int rows, int columns)
    {
        var symbols = new Trace[rows, columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                symbols[i, j] = Symbol($"{name}({i},{j})");

        return symbols;
    }

    /// <summary>name(0), name(1), …, each carrying its value.</summary>
    public static Trace[] Symbols(string name, int[] values)
    {
        var symbols = new Trace[values.Length];
        for (int i = 0; i < symbols.Length; i++)
            symbols[i] = Symbol($"{name}({i})", values[i]);

        return symbols;
    }

    /// <summary>name(0,0), name(0,1), …, each carrying its value.</summary>
    public static Trace[,] Symbols(string name, int[,] values)
    {
        var symbols = new Trace[values.GetLength(0), values.GetLength(1)];
        for (int i = 0; i < symbols.GetLength(0); i++)
            for (int j = 0; j < symbols.GetLength(1); j++)
                symbols[i, j] = Symbol($"{name}({i},{j})", values[i, j]);

        return symbols;
    }

    /// <summary>The expression in symbols: <c>I(0,0)K(0,0) + I(0,1)K(0,1)</c>; the empty sum is <c>0</c>.</summary>
    public override string ToString() => symbols ?? "0";

    /// <summary>
    /// The expression with the numbers in, and its value: <c>1·0 + 2·3 = 6</c>. A symbol without a value keeps its name,
    /// and then no value follows; the empty sum is <c>0</c>.
    /// </summary>
    public string WithNumbers() => value is null ? numbers ?? "0" : $"{numbers} = {value}";

    private string Factor(string? text) => summands == 1 ? text! : $"({text})";
}
