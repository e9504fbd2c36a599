using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class StrideTests
{
    [Test, Formula("S4.34", "S4.36"), Erratum("E53")]
    public void Two_steps_keep_the_first_the_third_and_the_fifth_of_five_sums()
    {
        int[] all = FeatureMap<int>.Of(Digits.Signal, Digits.Kernel);

        Assert.That(all, Is.EqualTo(new[] { 321, 432, 543, 654, 765 }));
        Assert.That(Stride<int>.AllThenSubsample(Digits.Signal, Digits.Kernel, p: 2), Is.EqualTo(new[] { all[0], all[2], all[4] }));
    }

    [Test, Formula("S4.35"), Erratum("E08")]
    public void The_direct_form_computes_the_strided_output_and_not_the_unstrided_one_again()
    {
        int[] y = Stride<int>.Direct(Digits.Signal, Digits.Kernel, p: 2);

        Assert.That(y, Is.EqualTo(new[] { 321, 543, 765 }));
        Assert.That(y, Is.Not.EqualTo(FeatureMap<int>.Of(Digits.Signal, Digits.Kernel)));
    }

    [Test, Formula("S2.24")]
    public void Two_windows_in_a_row_start_a_stride_apart([Range(1, 4)] int p)
    {
        // A kernel of one tap reads the sample at the start of its window.
        int[] starts = Stride<int>.Direct([.. Enumerable.Range(0, 10)], [1], p);

        Assert.That(starts, Is.EqualTo(Enumerable.Range(0, starts.Length).Select(o => p * o)));
        Assert.That(starts, Has.Length.EqualTo(9 / p + 1));
    }

    [Test, Formula("S4.37", "S2.26")]
    public void Strides_may_differ_from_axis_to_axis()
    {
        Assert.That(Stride<int>.Direct(Lecture2.Image, Lecture2.Kernel, 2, 2), Is.EqualTo(new[,] { { 1, 11 }, { 7, 1 } }));
        Assert.That(Stride<int>.Direct(Lecture2.Image, Lecture2.Kernel, 1, 2), Is.EqualTo(new[,] { { 1, 11 }, { 4, 5 }, { 7, 1 } }));
        Assert.That(Stride<int>.Direct(Lecture2.Image, Lecture2.Kernel, 2, 1), Is.EqualTo(new[,] { { 1, 4, 11 }, { 7, 7, 1 } }));
    }

    [Test, Formula("S2.25")]
    public void Stride_one_is_every_position() =>
        Assert.That(Stride<int>.Direct(Lecture2.Image, Lecture2.Kernel, 1, 1), Is.EqualTo(Lecture2.CorrelationValid));

    [Test, Formula("S2.26")]
    public void A_strided_layer_may_see_padded_zeros()
    {
        int[,] once = Samples.Padded(Lecture2.Image, 1, 1);
        int[,] twice = Samples.Padded(Lecture2.Image, 2, 2);

        Assert.That(Stride<int>.Direct(once, Lecture2.Kernel, 2, 2), Is.EqualTo(new[,] { { 2, 0, 7 }, { 1, 11, 2 }, { 7, 0, 2 } }));
        Assert.That(
            Stride<int>.Direct(twice, Lecture2.Kernel, 2, 2),
            Is.EqualTo(new[,] { { 0, 1, 1, 2 }, { 1, 1, 11, 1 }, { 0, 7, 1, 1 }, { 3, 0, 1, 0 } }));
    }

    [Test, Formula("S3.28", "S2.27")]
    public void Striding_is_no_stride_followed_by_downsampling([Range(1, 4)] int p, [Range(0, 2)] int padding)
    {
        int[] x = Samples.Padded(Samples.Signal(9), padding);
        int[] w = [2, -1, 3];
        int[] all = Correlation<int>.Valid(x, w);
        int[] strided = Stride<int>.Direct(x, w, p);

        Assert.That(strided, Is.EqualTo(Stride<int>.Subsample(all, p)));
        Assert.That(strided, Is.EqualTo(Stride<int>.AllThenSubsample(x, w, p)));
        Assert.That(strided, Has.Length.EqualTo((all.Length + p - 1) / p));
    }

    [Test, Formula("S3.28")]
    public void Striding_an_image_is_no_stride_followed_by_downsampling([Range(1, 3)] int p1, [Range(1, 4)] int p2)
    {
        int[,] x = Samples.Padded(Samples.Image(6, 8), 1, 0);
        int[,] w = Samples.Image(2, 3);

        Assert.That(Stride<int>.Direct(x, w, p1, p2), Is.EqualTo(Stride<int>.Subsample(Correlation<int>.Valid(x, w), p1, p2)));
    }

    [Test, Formula("S3.28", "S4.32")]
    public void Downsampling_keeps_the_first_of_every_p()
    {
        Assert.That(Stride<int>.Subsample([3, 1, 4, 1, 5], 2), Is.EqualTo(new[] { 3, 4, 5 }));
        Assert.That(Stride<int>.Subsample([3, 1, 4, 1, 5], 7), Is.EqualTo(new[] { 3 }));
        Assert.That(Stride<int>.Subsample([], 2), Is.Empty);
        Assert.That(Stride<int>.Subsample(Samples.Fill(3, 4, Samples.Count(12)), 2, 3), Is.EqualTo(new[,] { { 1, 4 }, { 9, 12 } }));
    }

    [Test, Formula("S4.34", "S4.35")]
    public void The_nonlinearity_may_come_before_or_after_downsampling()
    {
        int[] x = [1, -2, 3, -4, 5];

        Assert.That(Stride<int>.AllThenSubsample(x, [1], 1, Activation.Relu), Is.EqualTo(new[] { 1, 0, 3, 0, 5 }));
        Assert.That(Stride<int>.Direct(x, [1, 1, 1], 2, Activation.Relu), Is.EqualTo(new[] { 2, 4 }));
        Assert.That(Stride<int>.Direct(x, [1, 1], 3, Activation.Relu), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(Stride<int>.AllThenSubsample(x, [1, 1], 3, Activation.Relu), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test, Formula("S2.24"), Erratum("E22")]
    public void A_strided_layer_follows_shifts_by_multiples_of_the_stride_only()
    {
        int[] x = [1, 2, 3, 4, 5, 6, 7, 8, 0, 0];
        int[] y = Stride<int>.Direct(x, [1, 10], 2);

        Assert.That(y, Is.EqualTo(new[] { 21, 43, 65, 87, 0 }));
        Assert.That(Stride<int>.Direct(Samples.Shifted(x, 2), [1, 10], 2), Is.EqualTo(new[] { 0, 21, 43, 65, 87 }));
        Assert.That(Stride<int>.Direct(Samples.Shifted(x, 1), [1, 10], 2), Is.EqualTo(new[] { 10, 32, 54, 76, 8 }));
    }

    [Test]
    public void Stride_must_be_at_least_one()
    {
        const string message = "stride must be ≥ 1, was 0";

        Assert.That(() => Stride<int>.Direct([1, 2], [1], 0), Refused.Because(message));
        Assert.That(() => Stride<int>.AllThenSubsample([1, 2], [1], 0), Refused.Because(message));
        Assert.That(() => Stride<int>.Direct(new int[1, 1], new int[1, 1], 0, 1), Refused.Because(message));
        Assert.That(() => Stride<int>.Direct(new int[1, 1], new int[1, 1], 1, 0), Refused.Because(message));
        Assert.That(() => Stride<int>.Subsample(new int[1, 1], 0, 1), Refused.Because(message));
        Assert.That(() => Stride<int>.Subsample(new int[1, 1], 1, 0), Refused.Because(message));
    }

    [Test]
    public void The_kernel_must_fit_on_each_axis()
    {
        const string message = "kernel size K must be in 1..D = 1..2, was 3";

        Assert.That(() => Stride<int>.Direct([1, 2], [1, 2, 3], 1), Refused.Because(message));
        Assert.That(() => Stride<int>.Direct(new int[2, 5], new int[3, 5], 1, 1), Refused.Because(message));
        Assert.That(() => Stride<int>.Direct(new int[5, 2], new int[5, 3], 1, 1), Refused.Because(message));
        Assert.That(Stride<int>.Direct(new int[2, 3], new int[2, 3], 1, 1), Is.EqualTo(new int[1, 1]));
    }

    [Test]
    public void Sums_start_from_the_zero_of_the_number_type()
    {
        BiasedNumber[] w = BiasedNumber.From(Digits.Kernel);

        Assert.That(
            BiasedNumber.Values(Stride<BiasedNumber>.AllThenSubsample(BiasedNumber.From(Digits.Signal), w, 2)),
            Is.EqualTo(new[] { 321, 543, 765 }));
        Assert.That(
            BiasedNumber.Values(Stride<BiasedNumber>.Direct(BiasedNumber.From(Digits.Signal), w, 2)), Is.EqualTo(new[] { 321, 543, 765 }));
        Assert.That(
            BiasedNumber.Values(Stride<BiasedNumber>.Direct(BiasedNumber.From(Lecture2.Image), BiasedNumber.From(Lecture2.Kernel), 2, 2)),
            Is.EqualTo(new[] { 1, 11, 7, 1 }));
    }
}
