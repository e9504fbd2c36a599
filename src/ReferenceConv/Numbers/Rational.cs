using System.Numerics;

namespace ReferenceConv.Numbers;

/// <summary>
/// An exact fraction p/q, always in lowest terms with q ≥ 1, so that equal numbers are equal field by field.
/// The default value is 0.
/// </summary>
public readonly struct Rational :
    IAdditionOperators<Rational, Rational, Rational>,
    ISubtractionOperators<Rational, Rational, Rational>,
    IMultiplyOperators<Rational, Rational, Rational>,
    IDivisionOperators<Rational, Rational, Rational>,
    IUnaryNegationOperators<Rational, Rational>,
    IAdditiveIdentity<Rational, Rational>,
    IMultiplicativeIdentity<Rational, Rational>,
    IComparisonOperators<Rational, Rational, bool>,
    IEquatable<Rational>,
    IComparable<Rational>
{
    // q − 1 rather than q: the all-zero default is then 0/1, and no number has a second representation.
    private readonly BigInteger denominatorLessOne;

    /// <summary>p/q in lowest terms.</summary>
    /// <param name="numerator">p, any integer.</param>
    /// <param name="denominator">q ≠ 0; a negative sign moves to the numerator.</param>
    /// <exception cref="ArgumentException">The denominator is 0.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new ArgumentException($"denominator must be ≠ 0, was 0 (numerator {numerator})");

        BigInteger divisor = denominator.Sign * BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        denominatorLessOne = denominator / divisor - BigInteger.One;
    }

    /// <summary>0, the empty sum.</summary>
    public static Rational AdditiveIdentity => default;

    /// <summary>1, the empty product.</summary>
    public static Rational MultiplicativeIdentity => BigInteger.One;

    /// <summary>p, which carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>q ≥ 1.</summary>
    public BigInteger Denominator => denominatorLessOne + BigInteger.One;

    /// <summary>n/1.</summary>
    public static implicit operator Rational(int n) => new(n, BigInteger.One);

    /// <summary>n/1.</summary>
    public static implicit operator Rational(BigInteger n) => new(n, BigInteger.One);

    /// <summary>p/q + r/s = (ps + rq)/(qs).</summary>
    public static Rational operator +(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    /// <summary>p/q − r/s = (ps − rq)/(qs).</summary>
    public static Rational operator -(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    /// <summary>−(p/q) = (−p)/q.</summary>
    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    /// <summary>(p/q)(r/s) = (pr)/(qs).</summary>
    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <summary>(p/q)/(r/s) = (ps)/(qr).</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Rational operator /(Rational a, Rational b) => b.Numerator.IsZero
        ? throw new DivideByZeroException($"divisor must be ≠ 0, was 0 (dividend {a})")
        : new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    /// <summary>Whether they are different numbers.</summary>
    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    /// <summary>p/q &lt; r/s exactly when ps &lt; rq, since q and s are positive.</summary>
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    /// <summary>p/q ≤ r/s exactly when ps ≤ rq.</summary>
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    /// <summary>p/q &gt; r/s exactly when ps &gt; rq.</summary>
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    /// <summary>p/q ≥ r/s exactly when ps ≥ rq.</summary>
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <summary>
    /// The number a double holds, exactly: every finite double is an integer times a power of two (IEEE 754, binary64).
    /// So 0.5 is 1/2, and 0.1 is 3602879701896397/36028797018963968, not 1/10; −0.0 is 0.
    /// </summary>
    /// <exception cref="ArgumentException">The double is infinite or not a number.</exception>
    public static Rational FromDouble(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"value must be finite, was {value}");

        // 52 bits of fraction below a leading 1 that subnormals (exponent field 0) lack; the last bit weighs 2^(field − 1075).
        long bits = BitConverter.DoubleToInt64Bits(value);
        int field = (int)(bits >> 52) & 0x7FF;
        BigInteger magnitude = (bits & 0xF_FFFF_FFFF_FFFF) | (field == 0 ? 0 : 1L << 52);
        int exponent = Math.Max(field, 1) - 1075;
        BigInteger numerator = bits < 0 ? -magnitude : magnitude;

        return exponent < 0 ? new Rational(numerator, BigInteger.One << -exponent) : numerator << exponent;
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    /// <summary><c>3/4</c>, <c>-3/4</c>, and integers without a denominator: <c>5</c>.</summary>
    public override string ToString() => denominatorLessOne.IsZero ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}
