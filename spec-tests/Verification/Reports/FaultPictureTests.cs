using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Reports;

public sealed class FaultPictureTests
{
    private static readonly ConvolutionGeometry Line = ConvolutionGeometry.SingleChannel(new Axis(4, 2));

    [Test]
    public void A_line_is_printed_side_by_side_with_the_wrong_result_in_brackets() =>
        Assert.That(
            Picture(Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[1] -= 14, null, [3, -5, 1, 2], [2, 7])),
            Is.EqualTo(
                """
                x[0,:,:]      w[0,:,:]   expected y[0,:,:]   got              difference
                 3 -5  1  2   2 7        -29  -3  16          -29 [-17]  16      0 [-14]   0
                """));

    [Test]
    public void An_image_is_a_grid_and_its_results_stand_below_where_they_do_not_fit() =>
        Assert.That(
            Picture(Broken.Evidence(
                ConvolutionGeometry.SingleChannel(new Axis(3, 2, padding: Padding.Explicit(1, 0)), new Axis(4, 2, stride: 2)),
                ConvolutionOperator.Forward,
                static y => (y[0], y[5]) = (0, 99),
                null,
                [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
                [1, -1, 1, 13])),
            Is.EqualTo(
                """
                x[0,0,:,:]    w[0,0,:,:]   expected y[0,0,:,:]   got          difference
                 1  2  3  4    1 -1         27  55                 [0]  55    [-27]   0
                 5  6  7  8    1 13         82 110                 82  110       0    0
                 9 10 11 12                138 166                138  [99]      0 [-67]
                """));

    [Test]
    public void A_data_gradient_shows_the_slices_that_a_wrong_result_reads_and_says_what_is_cut() =>
        Assert.That(
            Picture(Broken.Evidence(
                new ConvolutionGeometry(1, 6, 6, 6, new Axis(2, 1), new Axis(2, 2)),
                ConvolutionOperator.DataGradient,
                static dx => dx[13] += 1,
                null,
                [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
                [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6])),
            Is.EqualTo(
                """
                w[3,0,:,:]   dy[0,3,:,:]   expected dx[0,3,:,:]   got          difference
                7 8           4             28  32                  28  [33]    0 [1]
                             -4            -28 -32                 -28  -32     0  0
                shown: 1 of 6 slices of w; 1 of 6 slices of dy; 1 of 6 slices of dx
                """));

    [Test]
    public void Of_many_channels_that_a_result_reads_the_guilty_one_is_shown() =>
        Assert.That(
            Picture(Broken.Evidence(
                new ConvolutionGeometry(1, 7, 1, 1, new Axis(2, 1), new Axis(2, 2)),
                ConvolutionOperator.Forward,
                static y => (y[0], y[1]) = (y[0] - 53 - 59, y[1] - 83 - 97),   // all of channel 6
                null,
                [.. Enumerable.Range(0, 24).Select(static e => e % 5 + 1.0), 53, 59, 83, 97],
                [.. Enumerable.Repeat(1.0, 14)])),
            Is.EqualTo(
                """
                x[0,0,:,:]   x[0,1,:,:]   x[0,2,:,:]   x[0,6,:,:]   w[0,0,:,:]   w[0,1,:,:]
                1 2          5 1          4 5          53 59        1 1          1 1
                3 4          2 3          1 2          83 97

                w[0,2,:,:]   w[0,6,:,:]
                1 1          1 1

                expected y[0,0,:,:]   got    difference
                145                   [33]   [-112]
                217                   [37]   [-180]
                shown: 4 of 7 slices of x; 4 of 7 slices of w
                """));

    [Test]
    public void Slices_of_zeros_are_shown_last() =>
        Assert.That(
            Picture(Broken.Evidence(
                new ConvolutionGeometry(1, 6, 1, 1, new Axis(1, 1), new Axis(2, 1)),
                ConvolutionOperator.Forward,
                static y => y[1] = 99,
                null,
                [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
                [1, 1, 1, 1, 1, 5])),
            Does.StartWith("x[0,0,:,:]   x[0,1,:,:]   x[0,2,:,:]   x[0,5,:,:]   w[0,0,:,:]").And.Contain("   w[0,5,:,:]").And.Contain(
                "   0 3   "));

    [Test]
    public void Real_numbers_have_six_digits_and_their_difference_three() =>
        Assert.That(
            Picture(Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[2] += 1e-6, [1e-7, 1e-7, 1e-7],
                [0.1, 1.23456789, -2, 1e-12], [1.5, 1e10])),
            Is.EqualTo(
                """
                x[0,:,:]                          w[0,:,:]
                    0.1 1.23457      -2   1e-12           1.5 10000000000

                expected y[0,:,:]                     got
                1.23457e+10      -2e+10       -2.99    1.23457e+10       -2e+10       [-2.99]

                difference
                     0      0 [1e-06]
                """));

    [Test]
    public void Special_values_have_names_and_what_nobody_wrote_is_a_point() =>
        Assert.That(
            Picture(Broken.Evidence(
                Line,
                ConvolutionOperator.WeightGradient,
                static dw => (dw[0], dw[1]) = (NumberFormat<float>.Unwritten, double.NegativeInfinity),
                null,
                [1, double.NaN, 2, double.PositiveInfinity],
                [1, 0, 0])),
            Is.EqualTo(
                """
                x[0,:,:]          dy[0,:,:]   expected dw[0,:,:]   got        difference
                  1 NaN   2   ∞   1 0 0       NaN NaN                · [-∞]      0 [NaN]
                · never written, or added to what stood there
                """));

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void A_picture_is_never_wider_than_78_columns_and_shows_the_first_wrong_result(int rank)
    {
        ConvolutionOperator[] operators = [.. ConvolutionOperators.Trilinear];
        for (int index = 0; index < 40; index++)
        {
            ConvolutionGeometry geometry = ConvolutionCase.Random((ulong)rank, index).Geometry;
            ConvolutionOperator op = operators[index % 3];
            if (geometry.Axes.Length != rank)
                continue;
            Operands<double> operands =
                Operands.Drawn<double>(geometry, op, false, static (input, e) => Draw.Odd((ulong)input, (ulong)e, 1L << 40));
            int last = operands.Signature.Result.Length - 1;
            if (last < 0)
                continue;
            Evidence evidence = Broken.Evidence(geometry, op, result => result[last] = 123.5, null, [.. operands.Inputs]);

            string[] lines = [.. FaultPicture.Lines(evidence)];

            Assert.That(lines.Select(static line => line.Length), Has.All.LessThanOrEqualTo(78), $"{geometry}");
            Assert.That(lines, Has.Some.Contains("[123.5]"), $"{geometry}");
        }
    }

    private static string Picture(Evidence evidence) => string.Join('\n', FaultPicture.Lines(evidence));
}
