using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Reports;

public sealed class FaultFormulaTests
{
    private static readonly ConvolutionGeometry Line = ConvolutionGeometry.SingleChannel(new Axis(4, 2));

    [Test]
    public void A_lost_product_is_named() =>
        Assert.That(
            Formula(Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[1] -= 7, null, [3, -5, 1, 2], [2, 7])),
            Is.EqualTo(
                """
                y[0,0,1] = Σ x[n,c,i]·w[k,c,r]
                         = x[0,0,1]·w[0,0,0] + x[0,0,2]·w[0,0,1]
                         = (-5)·2 + 1·7
                         = -3, got -10
                got is the sum without x[0,0,2]·w[0,0,1]
                """));

    [Test]
    public void A_doubled_product_is_named() =>
        Assert.That(
            Formula(Broken.Evidence(Line, ConvolutionOperator.WeightGradient, static dw => dw[1] += 9, null, [3, -5, 1, 9], [3, 5, 1])),
            Is.EqualTo(
                """
                dw[0,0,1] = Σ x[n,c,i]·dy[n,k,o]
                          = x[0,0,1]·dy[0,0,0] + x[0,0,2]·dy[0,0,1] + x[0,0,3]·dy[0,0,2]
                          = (-5)·3 + 1·5 + 9·1
                          = -1, got 8
                got is the sum with x[0,0,3]·dy[0,0,2] twice
                """));

    [Test]
    public void A_product_is_not_named_where_two_could_be_it() =>
        Assert.That(
            Formula(Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[0] -= 6, null, [3, 2, 100, 100], [2, 3])),
            Does.EndWith("= 12, got 6"));

    [Test]
    public void A_product_is_not_named_where_results_may_differ() =>
        Assert.That(
            Formula(Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[1] -= 7, [1, 1, 1], [3, -5, 1, 2], [2, 7])),
            Does.EndWith("= -3 ± 1, got -10"));

    [Test]
    public void A_value_from_another_place_is_named() =>
        Assert.That(
            Formula(Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[0] = y[2], null, [3, -5, 1, 2], [2, 7])),
            Does.EndWith("= -29, got 16\ngot is what belongs in y[0,0,2]"));

    [Test]
    public void A_bias_is_the_first_summand() =>
        Assert.That(
            Formula(Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[0] += 11, null, [3, -5, 1, 2], [2, 7], [-11])),
            Is.EqualTo(
                """
                y[0,0,0] = bias[k] + Σ x[n,c,i]·w[k,c,r]
                         = bias[0] + x[0,0,0]·w[0,0,0] + x[0,0,1]·w[0,0,1]
                         = (-11) + 3·2 + (-5)·7
                         = -40, got -29
                got is the sum without bias[0]
                """));

    [Test]
    public void A_long_sum_is_cut_in_the_middle() =>
        Assert.That(
            Formula(Broken.Evidence(
                ConvolutionGeometry.SingleChannel(new Axis(4, 4), new Axis(4, 4)),
                ConvolutionOperator.Forward,
                static y => y[0] -= 36,
                null,
                [.. Enumerable.Range(1, 16).Select(static number => (double)number)],
                [.. Enumerable.Range(1, 16).Select(static number => (double)number)])),
            Is.EqualTo(
                """
                y[0,0,0,0] = Σ x[n,c,i]·w[k,c,r]
                           = x[0,0,0,0]·w[0,0,0,0] + x[0,0,0,1]·w[0,0,0,1] +
                             x[0,0,0,2]·w[0,0,0,2] + x[0,0,0,3]·w[0,0,0,3] + … 8 more … +
                             x[0,0,3,0]·w[0,0,3,0] + x[0,0,3,1]·w[0,0,3,1] +
                             x[0,0,3,2]·w[0,0,3,2] + x[0,0,3,3]·w[0,0,3,3]
                           = 1·1 + 2·2 + 3·3 + 4·4 + … 8 more … + 13·13 + 14·14 + 15·15 +
                             16·16
                           = 1496, got 1460
                got is the sum without x[0,0,1,1]·w[0,0,1,1]
                """));

    [Test]
    public void Real_numbers_have_as_many_digits_as_tell_them_apart() =>
        Assert.That(
            Formula(Broken.Evidence(Line, ConvolutionOperator.DataGradient, static dx => dx[1] += 1e-9, [1e-12, 1e-12, 1e-12, 1e-12],
                [1.5, 1.0 / 3], [0.1, 0.2, 0.3])),
            Is.EqualTo(
                """
                dx[0,0,1] = Σ w[k,c,r]·dy[n,k,o]
                          = w[0,0,1]·dy[0,0,0] + w[0,0,0]·dy[0,0,1]
                          = 0.333333·0.1 + 1.5·0.2
                          = 0.33333333333 ± 1e-12, got 0.33333333433
                """));

    [Test]
    public void A_result_that_meets_nothing_is_0() =>
        Assert.That(
            Formula(Broken.Evidence(ConvolutionGeometry.SingleChannel(new Axis(4, 1, stride: 2)), ConvolutionOperator.DataGradient,
                static dx => dx[3] = 5, null, [2], [3, 4])),
            Is.EqualTo(
                """
                dx[0,0,3] = Σ w[k,c,r]·dy[n,k,o]
                          = 0 (nothing meets here), got 5
                """));

    [Test]
    public void A_result_that_nobody_wrote_is_told() =>
        Assert.That(
            Formula(Broken.Evidence(
                Line, ConvolutionOperator.Forward, static y => y[1] = NumberFormat<double>.Unwritten, null, [3, -5, 1, 2], [2, 7])),
            Does.EndWith("= -3, never written, or added to what stood there"));

    [Test]
    public void A_nan_over_the_padding_is_explained() =>
        Assert.That(
            Formula(Broken.Evidence(
                new Operands<double>(ConvolutionGeometry.SingleChannel(new Axis(1, 2, padding: Padding.Explicit(1, 0))),
                    ConvolutionOperator.Forward, false, [5], [double.NaN, 2]),
                [double.NaN],
                static y => y[0] = 10,
                null)),
            Does.EndWith("= NaN, got 10\na NaN or ∞ over the padding is multiplied by zero, as the candidate declares"));

    [TestCase(ConvolutionOperator.BiasGradient, 9.0, "db[0] = Σ dy[n,k,o]\n      = dy[0,0,0] + dy[0,0,1]\n      = 4 + 5\n      = 9, got 8")]
    [TestCase(
        ConvolutionOperator.MaxPooling,
        3.0,
        "y[0,0,0] = max x[n,c,i] of the window\n         = max{x[0,0,0], x[0,0,1]}\n         = max{3, -1}\n         = 3, got 8\ngot is x[0,0,2], which is outside the window")]
    [TestCase(ConvolutionOperator.AveragePooling, 1.0,
        "y[0,0,0] = Σ x[n,c,i]/count of the window\n         = x[0,0,0]/2 + x[0,0,1]/2\n         = 3/2 + (-1)/2\n         = 1, got 8")]
    [TestCase(
        ConvolutionOperator.MaxPoolingGradient,
        4.0,
        "dx[0,0,0] = Σ dy[n,c,o] of the windows whose first greatest x it is\n          = dy[0,0,0]\n          = 4\n          = 4, got 8\ngot is the sum with dy[0,0,0] twice")]
    [TestCase(ConvolutionOperator.AveragePoolingGradient, 2.0,
        "dx[0,0,0] = Σ dy[n,c,o]/count of the windows that meet it\n          = dy[0,0,0]/2\n          = 4/2\n          = 2, got 8")]
    public void A_sum_over_windows_is_written_by_the_operator_that_computes_it(ConvolutionOperator op, double expected, string text)
    {
        ConvolutionGeometry geometry = ConvolutionGeometry.SingleChannel(new Axis(3, 2));
        double[][] inputs = op switch
        {
            ConvolutionOperator.MaxPooling or ConvolutionOperator.AveragePooling => [[3, -1, 8]],
            ConvolutionOperator.MaxPoolingGradient => [[3, -1, 8], [4, 5]],
            _ => [[4, 5]],
        };
        var operands = new Operands<double>(geometry, op, countsPadding: false, [.. inputs]);

        Assert.That(Formula(Broken.Evidence(operands, [expected], static result => result[0] = 8, null)), Is.EqualTo(text));
    }

    [Test]
    public void Every_sum_comes_to_what_is_expected_and_no_line_is_wider_than_78_columns()
    {
        for (int index = 0; index < 60; index++)
        {
            ConvolutionCase drawn = ConvolutionCase.Random(3, index);
            ConvolutionOperator op = ConvolutionOperators.Trilinear[index % 3];
            Operands<double> operands =
                Operands.Drawn<double>(drawn.Geometry, op, false, static (input, e) => Draw.Odd((ulong)input, (ulong)e, 31));
            if (operands.Signature.Result.Length == 0)
                continue;
            Evidence evidence = Broken.Evidence(drawn.Geometry, op, static result => result[0] += 0.25, null, [.. operands.Inputs]);

            string[] lines = [.. FaultFormula.Lines(evidence)];

            Assert.That(lines.Select(static line => line.Length), Has.All.LessThanOrEqualTo(78), $"{drawn}");
            Assert.That(lines[^1], Does.Match($@" = {evidence.Expected[0]}( \(nothing meets here\))?, got "), $"{drawn}");
        }
    }

    private static string Formula(Evidence evidence) => string.Join('\n', FaultFormula.Lines(evidence));
}
