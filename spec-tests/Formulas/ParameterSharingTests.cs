using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class ParameterSharingTests
{
    [Test, Formula("S4.05", "S4.06")]
    public void The_matrix_of_a_convolution_layer_is_a_band_of_equal_diagonals()
    {
        int[,] C = ParameterSharing<int>.Matrix([1, 2, 3], D: 5, padding: 1);

        Assert.That(C, Is.EqualTo(new[,]
        {
            { 2, 3, 0, 0, 0 },
            { 1, 2, 3, 0, 0 },
            { 0, 1, 2, 3, 0 },
            { 0, 0, 1, 2, 3 },
            { 0, 0, 0, 1, 2 },
        }));
        for (int c = 0; c < 4; c++)
            for (int d = 0; d < 4; d++)
                Assert.That(C[c + 1, d + 1], Is.EqualTo(C[c, d]));
    }

    [Test, Formula("S4.52")]
    public void Stride_padding_and_dilation_move_the_rows()
    {
        Assert.That(ParameterSharing<int>.Matrix([1, 2, 3], D: 5, stride: 2), Is.EqualTo(new[,] { { 1, 2, 3, 0, 0 }, { 0, 0, 1, 2, 3 } }));
        Assert.That(
            ParameterSharing<int>.Matrix([1, 2, 3], D: 4, stride: 3, padding: 2),
            Is.EqualTo(new[,] { { 3, 0, 0, 0 }, { 0, 1, 2, 3 } }));
        Assert.That(
            ParameterSharing<int>.Matrix([1, 2, 3], D: 4, padding: 1, dilation: 2),
            Is.EqualTo(new[,] { { 0, 2, 0, 3 }, { 1, 0, 2, 0 } }));
    }

    [Test, Formula("S4.05", "S4.46", "S3.29", "S1.31", "S1.36")]
    public void A_convolution_layer_is_a_dense_layer_with_this_matrix(
        [Range(1, 3)] int stride, [Range(0, 2)] int padding, [Range(1, 2)] int dilation)
    {
        int[] x = Samples.Signal(8);
        int[] w = [2, -1, 3];
        // Padding is with zeros: what the matrix has no column for reads as zero.
        int[] all = Correlation<int>.Valid(Samples.Padded(x, padding), Dilation<int>.KernelWithHoles(w, dilation));

        Assert.That(
            Dense<int>.Layer(ParameterSharing<int>.Matrix(w, 8, stride, padding, dilation), x),
            Is.EqualTo(Stride<int>.Subsample(all, stride)));
    }

    [Test, Formula("S4.52", "S4.46")]
    public void An_image_layer_is_a_dense_layer_too([Range(1, 2)] int stride1, [Range(1, 3)] int stride2, [Range(0, 2)] int padding)
    {
        int[,] x = Samples.Image(5, 6);
        int[,] w = Samples.Image(3, 2);
        int[,] C = ParameterSharing<int>.Matrix(w, 5, 6, stride1, stride2, padding, TwiceAsMuch(padding));
        int[,] y = Stride<int>.Direct(Samples.Padded(x, padding, TwiceAsMuch(padding)), w, stride1, stride2);

        Assert.That(Dense<int>.Layer(C, Matrix.Vec(x)), Is.EqualTo(Matrix.Vec(y)));

        static int TwiceAsMuch(int p) => 2 * p;
    }

    [Test, Formula("S0.10", "S1.28", "S1.29")]
    public void The_image_matrix_of_lecture_2_has_nine_taps_in_each_of_nine_rows_and_nine_weights_in_all()
    {
        int[,] distinct = Samples.Fill(3, 3, Samples.Count(9));
        int[,] C = ParameterSharing<int>.Matrix(distinct, 5, 5);

        Assert.That((C.GetLength(0), C.GetLength(1)), Is.EqualTo((9, 25)));
        Assert.That(C.Cast<int>().Count(v => v != 0), Is.EqualTo(81));
        Assert.That(C.Cast<int>().Distinct().Count(v => v != 0), Is.EqualTo(9));
        Assert.That(
            Dense<int>.Layer(ParameterSharing<int>.Matrix(Lecture2.Kernel, 5, 5), Matrix.Vec(Lecture2.Image)),
            Is.EqualTo(Matrix.Vec(Lecture2.CorrelationValid)));
    }

    [Test, Formula("S0.10", "S1.28", "S1.31")]
    public void A_row_has_as_many_nonzeros_as_the_kernel_has_taps_and_an_output_depends_on_no_other_input()
    {
        int[] x = Samples.Signal(9);
        int[,] C = ParameterSharing<int>.Matrix([2, -1, 3], D: 9);
        int[] y = Dense<int>.Layer(C, x);

        for (int d = 0; d < 9; d++)
        {
            int[] perturbed = [.. x];
            perturbed[d] += 1000;
            int[] z = Dense<int>.Layer(C, perturbed);
            for (int o = 0; o < y.Length; o++)
                Assert.That(z[o] != y[o], Is.EqualTo(o <= d && d < o + 3), $"input {d}, output {o}");
        }

        for (int o = 0; o < y.Length; o++)
            Assert.That(Samples.Row(C, o).Count(v => v != 0), Is.EqualTo(3));
    }

    [Test, Formula("S0.10", "S0.12", "S1.29", "S1.31", "S1.43", "S3.31")]
    public void All_units_of_a_feature_map_have_the_same_weights_whatever_the_size_of_the_input([Values(5, 9, 20)] int D)
    {
        int[,] C = ParameterSharing<int>.Matrix([2, -1, 3], D);

        for (int o = 0; o < D - 2; o++)
            Assert.That(Samples.Row(C, o)[o..(o + 3)], Is.EqualTo(new[] { 2, -1, 3 }));
        Assert.That(C.Cast<int>().Distinct().Count(v => v != 0), Is.EqualTo(3));
    }

    [Test, Formula("S1.29", "S3.31")]
    public void The_same_patch_at_two_places_gives_the_same_output()
    {
        int[] x = [7, 1, 4, 2, 0, -3, 1, 4, 2, 9];
        int[] y = Dense<int>.Layer(ParameterSharing<int>.Matrix([2, -1, 3], 10), x);

        Assert.That(y[1], Is.EqualTo(y[6]));
        Assert.That(y[0], Is.Not.EqualTo(y[5]));
    }

    [Test, Formula("S0.08", "S0.10", "S1.30", "S3.31", "S4.64")]
    public void Translating_then_applying_the_layer_is_applying_then_translating([Range(-3, 4)] int v)
    {
        // Zeros around the signal, wide enough that nothing is lost: the law holds on the whole line.
        int[] x = [0, 0, 0, 0, 0, 0, 3, 1, 4, 1, 5, 0, 0, 0, 0, 0, 0];
        int[,] C = ParameterSharing<int>.Matrix([2, -1, 3], x.Length, padding: 2);

        Assert.That(Dense<int>.Layer(C, Samples.Shifted(x, v)), Is.EqualTo(Samples.Shifted(Dense<int>.Layer(C, x), v)));
    }

    [Test, Formula("S1.30", "S4.64"), Erratum("E22")]
    public void At_a_border_of_zeros_translation_is_not_exact()
    {
        int[] x = Samples.Count(5);
        int[,] C = ParameterSharing<int>.Matrix([1, 1, 1], 5, padding: 1);

        Assert.That(Dense<int>.Layer(C, Samples.Shifted(x, 1)), Is.EqualTo(new[] { 1, 3, 6, 9, 7 }));
        Assert.That(Samples.Shifted(Dense<int>.Layer(C, x), 1), Is.EqualTo(new[] { 0, 3, 6, 9, 12 }));
    }

    [Test, Formula("S3.33"), Erratum("E59")]
    public void Every_inner_input_has_the_same_outgoing_weights_and_border_inputs_have_fewer()
    {
        int[,] C = ParameterSharing<int>.Matrix([1, 2, 3], D: 6, padding: 1);

        for (int d = 1; d <= 4; d++)
            Assert.That(Samples.Column(C, d)[(d - 1)..(d + 2)], Is.EqualTo(new[] { 3, 2, 1 }), $"input {d}");
        Assert.That(Samples.Column(C, 0), Is.EqualTo(new[] { 2, 1, 0, 0, 0, 0 }));
        Assert.That(Samples.Column(C, 5), Is.EqualTo(new[] { 0, 0, 0, 0, 3, 2 }));
    }

    [TestCase(3)]
    [TestCase(5)]
    [TestCase(7)]
    [TestCase(9)]
    [Formula("S1.35")]
    public void An_odd_kernel_keeps_the_size_with_equal_padding(int K) =>
        Assert.That(ParameterSharing<int>.Matrix(new int[K], D: 11, padding: (K - 1) / 2).GetLength(0), Is.EqualTo(11));

    [Test, Formula("S1.35")]
    public void No_equal_padding_keeps_the_size_under_an_even_kernel([Range(0, 4)] int padding) =>
        Assert.That(ParameterSharing<int>.Matrix(new int[4], D: 11, padding: padding).GetLength(0), Is.Not.EqualTo(11));

    [Test, Formula("S1.36")]
    public void Left_out_the_stride_is_one()
    {
        Assert.That(
            ParameterSharing<int>.Matrix([1, 2, 3], 5, padding: 1),
            Is.EqualTo(ParameterSharing<int>.Matrix([1, 2, 3], 5, stride: 1, padding: 1)));
        Assert.That(
            ParameterSharing<int>.Matrix(Lecture2.Kernel, 5, 6, padding1: 1),
            Is.EqualTo(ParameterSharing<int>.Matrix(Lecture2.Kernel, 5, 6, stride1: 1, stride2: 1, padding1: 1)));
    }

    [Test]
    public void Left_out_there_is_no_padding_and_no_dilation()
    {
        Assert.That(
            ParameterSharing<int>.Matrix([1, 2, 3], 5),
            Is.EqualTo(ParameterSharing<int>.Matrix([1, 2, 3], 5, stride: 1, padding: 0, dilation: 1)));
        Assert.That(
            ParameterSharing<int>.Matrix(Lecture2.Kernel, 5, 6),
            Is.EqualTo(ParameterSharing<int>.Matrix(Lecture2.Kernel, 5, 6, stride1: 1, stride2: 1, padding1: 0, padding2: 0)));
    }

    [Test]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.That(() => ParameterSharing<int>.Matrix([], 5), Refused.Because("kernel size K must be ≥ 1, was 0"));
        Assert.That(() => ParameterSharing<int>.Matrix([1], 5, dilation: 0), Refused.Because("dilation must be ≥ 1, was 0"));
        Assert.That(() => ParameterSharing<int>.Matrix([1], 5, stride: 0), Refused.Because("stride must be ≥ 1, was 0"));
        Assert.That(() => ParameterSharing<int>.Matrix([1], 5, padding: -1), Refused.Because("padding must be ≥ 0, was -1"));
        Assert.That(
            () => ParameterSharing<int>.Matrix([1, 2, 3], 4, dilation: 2),
            Refused.Because("kernel extent δ(K−1)+1 must be in 1..D+2P = 1..4, was 5"));
        Assert.That(ParameterSharing<int>.Matrix([1, 2, 3], 3, padding: 1, dilation: 2), Is.EqualTo(new[,] { { 0, 2, 0 } }));
    }

    [Test]
    public void Image_numbers_out_of_range_are_refused()
    {
        int[,] w = new int[2, 2];
        const string stride = "stride must be ≥ 1, was 0";
        const string padding = "padding must be ≥ 0, was -1";
        const string size = "kernel size K must be in 1..D+2P = 1..1, was 2";

        Assert.That(() => ParameterSharing<int>.Matrix(w, 3, 3, stride1: 0), Refused.Because(stride));
        Assert.That(() => ParameterSharing<int>.Matrix(w, 3, 3, stride2: 0), Refused.Because(stride));
        Assert.That(() => ParameterSharing<int>.Matrix(w, 3, 3, padding1: -1), Refused.Because(padding));
        Assert.That(() => ParameterSharing<int>.Matrix(w, 3, 3, padding2: -1), Refused.Because(padding));
        Assert.That(() => ParameterSharing<int>.Matrix(w, 1, 3), Refused.Because(size));
        Assert.That(() => ParameterSharing<int>.Matrix(w, 3, 1), Refused.Because(size));
    }

    [Test]
    public void Empty_places_hold_the_zero_of_the_number_type()
    {
        Assert.That(
            BiasedNumber.Values(ParameterSharing<BiasedNumber>.Matrix(BiasedNumber.From([7]), 2)), Is.EqualTo(new[] { 7, 0, 0, 7 }));
        Assert.That(
            BiasedNumber.Values(ParameterSharing<BiasedNumber>.Matrix(BiasedNumber.From(new[,] { { 7 } }), 1, 2)),
            Is.EqualTo(new[] { 7, 0, 0, 7 }));
    }
}
