using System.Collections.Immutable;

namespace ReferenceConv.Numbers;

/// <summary>
/// What a <see cref="Trace"/> holds: symbols, joined but not yet spelled, so that to add or to multiply takes constant time.
/// </summary>
internal abstract record Expression
{
    /// <summary>The summands, first to last; one, unless this is a sum. Sums nest as deep as they are long, hence no recursion.</summary>
    public ImmutableArray<Expression> Summands
    {
        get
        {
            ImmutableArray<Expression>.Builder summands = ImmutableArray.CreateBuilder<Expression>();
            var open = new Stack<Expression>([this]);
            while (open.TryPop(out Expression? next))
                if (next is Sum sum)
                {
                    open.Push(sum.Right);
                    open.Push(sum.Left);
                }
                else
                    summands.Add(next);
            return summands.ToImmutable();
        }
    }

    /// <summary>What it is worth; null where a symbol has no value.</summary>
    public Rational? Value => this switch
    {
        Symbol symbol => symbol.Worth,
        Product product => product.Left.Value * product.Right.Value,
        _ => Summands.Aggregate((Rational?)Rational.AdditiveIdentity, static (sum, summand) => sum + summand.Value),
    };

    /// <summary>The expression as text; a factor of several summands stands in parentheses.</summary>
    /// <param name="spell">How a symbol is written.</param>
    /// <param name="times">What stands between two factors.</param>
    public string Spell(Func<Symbol, string> spell, string times)
    {
        return this switch
        {
            Symbol symbol => spell(symbol),
            Product product => $"{Factor(product.Left)}{times}{Factor(product.Right)}",
            _ => string.Join(" + ", Summands.Select(summand => summand.Spell(spell, times))),
        };

        string Factor(Expression factor) => factor is Sum ? $"({factor.Spell(spell, times)})" : factor.Spell(spell, times);
    }

    /// <summary>A name, and what it is worth if that is known.</summary>
    internal sealed record Symbol(string Name, Rational? Worth) : Expression
    {
        /// <summary>The number, negative ones and fractions in parentheses; the name where there is none.</summary>
        public string Number => Worth is not { } number ? Name : number >= 0 && number.Denominator.IsOne ? $"{number}" : $"({number})";
    }

    /// <summary>Two factors.</summary>
    internal sealed record Product(Expression Left, Expression Right) : Expression;

    /// <summary>Two sums, or what stands for a sum of one.</summary>
    internal sealed record Sum(Expression Left, Expression Right) : Expression;
}
