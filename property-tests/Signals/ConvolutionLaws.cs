using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using ReferenceConv.Formulas;
using ReferenceConv.PropertyTests.Runs;

namespace ReferenceConv.PropertyTests.Signals;

/// <summary>
/// P02–P09 and P20: the algebra of convolution (∗) and correlation (⋆), whoever computes them. A law that needs a condition has, beside it,
/// an example of what happens without.
/// </summary>
public abstract class ConvolutionLaws
{
    private static readonly int[,] Steps = { { 1, 2, 3, 4 } };
    private static readonly int[,] Pair = { { 1, 2 } };
    private static readonly int[,] Triple = { { 1, 0, 2 } };

    protected abstract int[,] Convolve(Mode mode, int[,] x, int[,] w);

    protected abstract int[,] Correlate(Mode mode, int[,] x, int[,] w);

    /// <summary>The part of a case that this room can take.</summary>
    protected virtual SignalCase Part(SignalCase instance) => instance;

    [Law, Formula("S2.07", "S1.15", "S2.06")]
    public Property Correlating_is_convolving_with_the_flipped_kernel(SignalCase instance)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        int[,] odd = Images.Odd(a);
        return Same(Correlate(Mode.Full, x, a), Convolve(Mode.Full, x, Images.Flip(a)))
            .And(Same(Correlate(Mode.Valid, x, a), Convolve(Mode.Valid, x, Images.Flip(a))))
            .And(Same(Correlate(Mode.Same, x, odd), Convolve(Mode.Same, x, Images.Flip(odd))));
    }

    [Test, Formula("S2.07"), Erratum("E33")]
    public void With_an_even_kernel_the_same_mode_convolves_and_correlates_different_windows() =>
        Assert.That(Correlate(Mode.Same, Steps, Pair), Is.Not.EqualTo(Convolve(Mode.Same, Steps, Images.Flip(Pair))));

    [Law]
    public Property On_a_torus_the_kernel_is_flipped_about_its_first_tap(SignalCase instance)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        int[,] wide = Images.Framed(a, Images.Rows(x), Images.Columns(x));
        int[,] flipped = Images.Rolled(Images.Flip(wide), 1, 1);   // w[−k mod D]
        return Same(Correlate(Mode.Cyclic, x, wide), Convolve(Mode.Cyclic, x, flipped));
    }

    [Law, Formula("S1.23", "S4.14", "S3.14")]
    public Property Full_and_cyclic_convolution_commute(SignalCase instance)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        int[,] wide = Images.Framed(a, Images.Rows(x), Images.Columns(x));
        return Same(Convolve(Mode.Full, x, a), Convolve(Mode.Full, a, x))
            .And(Same(Convolve(Mode.Cyclic, x, wide), Convolve(Mode.Cyclic, wide, x)));
    }

    [Test, Erratum("E23")]
    public void Same_convolution_does_not_commute() =>
        Assert.That(Convolve(Mode.Same, Steps, Triple), Is.Not.EqualTo(Convolve(Mode.Same, Triple, Steps)));

    [Law, Formula("S1.23", "S4.12")]
    public Property Exchanging_signal_and_kernel_flips_the_full_correlation(SignalCase instance)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        return Same(Correlate(Mode.Full, x, a), Images.Flip(Correlate(Mode.Full, a, x)));
    }

    [Test, Formula("S1.23")]
    public void Correlation_does_not_commute() =>
        Assert.That(Correlate(Mode.Full, Steps, Pair), Is.Not.EqualTo(Correlate(Mode.Full, Pair, Steps)));

    [Law, Formula("S1.22")]
    public Property Full_convolution_associates(SignalCase instance)
    {
        (int[,] x, int[,] a, int[,] b) = Part(instance);
        return Same(Convolve(Mode.Full, Convolve(Mode.Full, x, a), b), Convolve(Mode.Full, x, Convolve(Mode.Full, a, b)));
    }

    [Law, Formula("S1.22"), Erratum("E23")]
    public Property Valid_convolution_associates_with_the_full_convolution_of_the_kernels(SignalCase instance)
    {
        (int[,] x, int[,] a, int[,] b) = Part(instance);
        return Same(Convolve(Mode.Valid, Convolve(Mode.Valid, x, a), b), Convolve(Mode.Valid, x, Convolve(Mode.Full, a, b)));
    }

    [Law, Erratum("E23")]
    public Property Same_convolution_associates_away_from_the_border(SignalCase instance)
    {
        (int[,] x, int[,] a, int[,] b) = Part(instance);
        (a, b) = (Images.Odd(a), Images.Odd(b));
        int[,] both = Convolve(Mode.Full, a, b);
        (int rows, int columns) = (Images.Rows(both) / 2, Images.Columns(both) / 2);
        return Same(
            Images.Interior(Convolve(Mode.Same, Convolve(Mode.Same, x, a), b), rows, columns),
            Images.Interior(Convolve(Mode.Same, x, both), rows, columns));
    }

    [Test, Erratum("E23")]
    public void At_the_border_same_convolution_does_not_associate() =>
        Assert.That(
            Convolve(Mode.Same, Convolve(Mode.Same, Steps, Triple), Triple),
            Is.Not.EqualTo(Convolve(Mode.Same, Steps, Convolve(Mode.Full, Triple, Triple))));

    [Law, Formula("S1.22")]
    public Property Correlating_twice_is_correlating_with_the_convolved_kernels(SignalCase instance)
    {
        (int[,] x, int[,] a, int[,] b) = Part(instance);
        int[,] both = Convolve(Mode.Full, a, b);
        return Same(Correlate(Mode.Full, Correlate(Mode.Full, x, a), b), Correlate(Mode.Full, x, both))
            .And(Same(Correlate(Mode.Valid, Correlate(Mode.Valid, x, a), b), Correlate(Mode.Valid, x, both)));
    }

    [Law, Formula("S1.22")]
    public Property Correlation_associates_when_the_second_kernel_is_symmetric(SignalCase instance)
    {
        (int[,] x, int[,] a, int[,] b) = Part(instance);
        int[,] symmetric = Images.Plus(b, Images.Flip(b));
        return Same(
            Correlate(Mode.Full, Correlate(Mode.Full, x, a), symmetric),
            Correlate(Mode.Full, x, Correlate(Mode.Full, a, symmetric)));
    }

    [Test, Formula("S1.22")]
    public void Correlation_does_not_associate_when_the_second_kernel_is_not() =>
        Assert.That(
            Correlate(Mode.Full, Correlate(Mode.Full, Steps, Triple), Pair),
            Is.Not.EqualTo(Correlate(Mode.Full, Steps, Correlate(Mode.Full, Triple, Pair))));

    [Law, Formula("S1.21", "S3.18", "S3.19")]
    public Property Convolution_and_correlation_are_linear_in_signal_and_kernel(SignalCase instance, Mode mode, short alpha, short beta)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        int[,] x2 = Images.Rolled(Images.Map(x, static value => value * value - 7), 1, 1);
        int[,] a2 = Images.Map(Images.Flip(a), static value => 3 * value + 1);
        int[,] Mixed(int[,] one, int[,] other) =>
            Images.Plus(Images.Map(one, value => alpha * value), Images.Map(other, value => beta * value));
        return Same(Convolve(mode, Mixed(x, x2), a), Mixed(Convolve(mode, x, a), Convolve(mode, x2, a)))
            .And(Same(Convolve(mode, x, Mixed(a, a2)), Mixed(Convolve(mode, x, a), Convolve(mode, x, a2))))
            .And(Same(Correlate(mode, Mixed(x, x2), a), Mixed(Correlate(mode, x, a), Correlate(mode, x2, a))))
            .And(Same(Correlate(mode, x, Mixed(a, a2)), Mixed(Correlate(mode, x, a), Correlate(mode, x, a2))));
    }

    [Law, Formula("S1.20", "S4.17")]
    public Property Full_convolution_moves_with_its_signal(SignalCase instance, byte shift)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        int v = shift % 3;   // along the columns; along the rows there may be one only
        return Same(
                Convolve(Mode.Full, Images.Framed(x, Images.Rows(x), Images.Columns(x) + v, right: v), a),
                Moved(Convolve(Mode.Full, x, a), v))
            .And(Same(
                Correlate(Mode.Full, Images.Framed(x, Images.Rows(x), Images.Columns(x) + v, right: v), a),
                Moved(Correlate(Mode.Full, x, a), v)));
    }

    [Law, Formula("S3.15", "S3.20")]
    public Property Cyclic_convolution_turns_with_its_signal(SignalCase instance, byte down, byte right)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        return Same(Convolve(Mode.Cyclic, Images.Rolled(x, down, right), a), Images.Rolled(Convolve(Mode.Cyclic, x, a), down, right))
            .And(Same(Correlate(Mode.Cyclic, Images.Rolled(x, down, right), a), Images.Rolled(Correlate(Mode.Cyclic, x, a), down, right)));
    }

    [Test, Erratum("E21")]
    public void With_zeros_around_it_the_same_mode_breaks_equivariance_at_the_border() =>
        Assert.That(
            Correlate(Mode.Same, Images.Rolled(Steps, 0, 1), Triple),
            Is.Not.EqualTo(Images.Rolled(Correlate(Mode.Same, Steps, Triple), 0, 1)));

    [Law, Formula("S3.09")]
    public Property Greatest_and_sum_of_a_cyclic_convolution_do_not_see_a_shift(SignalCase instance, byte down, byte right)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        int[] y = [.. Convolve(Mode.Cyclic, x, a).Cast<int>()];
        int[] shifted = [.. Convolve(Mode.Cyclic, Images.Rolled(x, down, right), a).Cast<int>()];
        return ((y.Max(), y.Sum()) == (shifted.Max(), shifted.Sum())).ToProperty();
    }

    [Law]
    public Property An_impulse_shows_the_kernel_to_a_convolution_and_its_flip_to_a_correlation(SignalCase instance)
    {
        (_, int[,] a, _) = Part(instance);
        int[,] impulse = { { 1 } };
        return Same(Convolve(Mode.Full, impulse, a), a).And(Same(Correlate(Mode.Full, impulse, a), Images.Flip(a)));
    }

    [Law]
    public Property A_centred_impulse_as_kernel_changes_nothing(SignalCase instance)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        int[,] odd = Images.Odd(a);
        int[,] impulse =
            Images.Framed(new[,] { { 1 } }, Images.Rows(odd), Images.Columns(odd), Images.Rows(odd) / 2, Images.Columns(odd) / 2);
        return Same(Convolve(Mode.Same, x, impulse), x).And(Same(Correlate(Mode.Same, x, impulse), x));
    }

    [Law]
    public Property A_full_convolution_sums_to_the_product_of_the_sums(SignalCase instance)
    {
        (int[,] x, int[,] a, _) = Part(instance);
        int product = x.Cast<int>().Sum() * a.Cast<int>().Sum();
        return (Convolve(Mode.Full, x, a).Cast<int>().Sum() == product).And(Correlate(Mode.Full, x, a).Cast<int>().Sum() == product);
    }

    private static int[,] Moved(int[,] y, int right) => Images.Framed(y, Images.Rows(y), Images.Columns(y) + right, right: right);

    private static Property Same(int[,] one, int[,] other) =>
        Images.Equal(one, other).Label($"{Images.Text(one)} and {Images.Text(other)}");
}
