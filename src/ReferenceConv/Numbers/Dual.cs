using System.Numerics;

namespace ReferenceConv.Numbers;

/// <summary>
/// A dual number a + bε with ε² = 0: a value and its derivative in one direction, carried through a computation together.
/// Whatever only adds and multiplies then computes its own derivative, exactly where <typeparamref name="T"/> is exact:
/// f(a + bε) = f(a) + f′(a)·b·ε. Where default(T) is zero, so is the default value.
/// </summary>
/// <remarks>
/// W. K. Clifford, "Preliminary sketch of biquaternions", Proc. London Math. Soc. 4 (1873); as forward-mode differentiation:
/// R. E. Wengert, "A simple automatic derivative evaluation program", Comm. ACM 7 (1964).
/// </remarks>
/// <typeparam name="T">The numbers a and b; products need not commute, so a stays left of d and b left of c.</typeparam>
/// <param name="Value">a.</param>
/// <param name="Derivative">
/// b, the rate at which the value changes in the direction looked at: 1 for the variable itself, 0 for a constant.
/// </param>
public readonly record struct Dual<T>(T Value, T Derivative) :
    IAdditionOperators<Dual<T>, Dual<T>, Dual<T>>,
    IMultiplyOperators<Dual<T>, Dual<T>, Dual<T>>,
    IAdditiveIdentity<Dual<T>, Dual<T>>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>0 + 0ε.</summary>
    public static Dual<T> AdditiveIdentity => Constant(T.AdditiveIdentity);

    /// <summary>a + 0ε: a number that does not change.</summary>
    public static Dual<T> Constant(T value) => new(value, T.AdditiveIdentity);

    /// <summary>(a + bε) + (c + dε) = (a + c) + (b + d)ε.</summary>
    public static Dual<T> operator +(Dual<T> left, Dual<T> right) =>
        new(left.Value + right.Value, left.Derivative + right.Derivative);

    /// <summary>(a + bε)(c + dε) = ac + (ad + bc)ε, the product rule.</summary>
    public static Dual<T> operator *(Dual<T> left, Dual<T> right) =>
        new(left.Value * right.Value, left.Value * right.Derivative + left.Derivative * right.Value);

    /// <summary><c>3 + 4ε</c>.</summary>
    public override string ToString() => $"{Value} + {Derivative}ε";
}
