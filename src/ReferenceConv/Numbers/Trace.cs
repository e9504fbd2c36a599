using System.Collections.Immutable;
using System.Numerics;

namespace ReferenceConv.Numbers;

/// <summary>
/// A number that writes down how it was computed. Run a formula on symbols and it prints its own expansion:
/// <c>I(0,0)K(0,0) + I(0,1)K(0,1) + …</c>; symbols that carry values also print it with the numbers in: <c>1·0 + 0·0 + … = 1</c>.
/// Factors and summands keep the order in which they were met, and are spelled only when they are read. The default value is the empty sum.
/// </summary>
public readonly record struct Trace :
    IAdditionOperators<Trace, Trace, Trace>,
    IMultiplyOperators<Trace, Trace, Trace>,
    IAdditiveIdentity<Trace, Trace>
{
    private readonly Expression? expression;

    private Trace(Expression? expression) => this.expression = expression;

    /// <summary>The empty sum: it vanishes in a sum, and a product with it is the empty sum.</summary>
    public static Trace AdditiveIdentity => default;

    /// <summary>The value of the whole expression; null where one of its symbols has none. The empty sum is 0.</summary>
    public Rational? Value => expression is null ? Rational.AdditiveIdentity : expression.Value;

    /// <summary>The summands, first to last: none of the empty sum, one of a symbol or a product.</summary>
    public ImmutableArray<Trace> Terms => expression is null ? [] : [.. expression.Summands.Select(static summand => new Trace(summand))];

    /// <summary>
    /// The expression with the numbers in: <c>1·0 + 2·3</c>. A symbol without a value keeps its name; the empty sum is <c>0</c>.
    /// </summary>
    public string Numbers => expression?.Spell(static symbol => symbol.Number, "·") ?? "0";

    /// <summary>a + b: the summands of a, then those of b.</summary>
    public static Trace operator +(Trace a, Trace b) =>
        a.expression is null ? b : b.expression is null ? a : new(new Expression.Sum(a.expression, b.expression));

    /// <summary>ab: the two side by side; a factor of several summands stands in parentheses.</summary>
    public static Trace operator *(Trace a, Trace b) =>
        a.expression is null || b.expression is null ? default : new(new Expression.Product(a.expression, b.expression));

    /// <summary>One symbol, such as <c>I(0,0)</c>.</summary>
    public static Trace Symbol(string name) => new(new Expression.Symbol(name, null));

    /// <summary>One symbol and its value. With the numbers in, negative ones and fractions stand in parentheses: <c>2·(-3)</c>.</summary>
    public static Trace Symbol(string name, Rational value) => new(new Expression.Symbol(name, value));

    /// <summary>name(0), name(1), …, zero-based.</summary>
    /// <param name="name">What stands before the index.</param>
    /// <param name="length">How many, ≥ 0.</param>
    public static Trace[] Symbols(string name, int length)
    {
        var symbols = new Trace[length];
        for (int i = 0; i < length; i++)
            symbols[i] = Symbol($"{name}({i})");

        return symbols;
    }

    /// <summary>name(0,0), name(0,1), …, zero-based, row by row.</summary>
    /// <param name="name">What stands before the indices.</param>
    /// <param name="rows">How many rows, ≥ 0.</param>
    /// <param name="columns">How many columns, ≥ 0.</param>
    public static Trace[,] Symbols(string name, int rows, int columns)
    {
        var symbols = new Trace[rows, columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                symbols[i, j] = Symbol($"{name}({i},{j})");

        return symbols;
    }

    /// <summary>name(0), name(1), …, each carrying its value.</summary>
    /// <param name="name">What stands before the index.</param>
    /// <param name="values">Any integers, as many as symbols are wanted.</param>
    public static Trace[] Symbols(string name, int[] values)
    {
        var symbols = new Trace[values.Length];
        for (int i = 0; i < symbols.Length; i++)
            symbols[i] = Symbol($"{name}({i})", values[i]);

        return symbols;
    }

    /// <summary>name(0,0), name(0,1), …, each carrying its value.</summary>
    /// <param name="name">What stands before the indices.</param>
    /// <param name="values">Any integers, in the shape that is wanted.</param>
    public static Trace[,] Symbols(string name, int[,] values)
    {
        var symbols = new Trace[values.GetLength(0), values.GetLength(1)];
        for (int i = 0; i < symbols.GetLength(0); i++)
            for (int j = 0; j < symbols.GetLength(1); j++)
                symbols[i, j] = Symbol($"{name}({i},{j})", values[i, j]);

        return symbols;
    }

    /// <summary>The expression in symbols: <c>I(0,0)K(0,0) + I(0,1)K(0,1)</c>; the empty sum is <c>0</c>.</summary>
    public override string ToString() => expression?.Spell(static symbol => symbol.Name, "") ?? "0";

    /// <summary>
    /// The expression with the numbers in, and its value: <c>1·0 + 2·3 = 6</c>. Without a value of the whole, <see cref="Numbers"/> alone;
    /// the empty sum is <c>0</c>.
    /// </summary>
    public string WithNumbers() => expression is not null && Value is { } value ? $"{Numbers} = {value}" : Numbers;

    /// <summary>Equal is what reads alike, in symbols and in numbers, and has the same value.</summary>
    public bool Equals(Trace other) => ToString() == other.ToString() && Numbers == other.Numbers && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
