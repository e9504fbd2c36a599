using NUnit.Framework;
using ReferenceConv.Fast;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;
using ReferenceConv.SpecTests.Verification.Runs;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Reports;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Reports;

public sealed class NUnitTestTests
{
    private static readonly ConvolutionGeometry Line = ConvolutionGeometry.SingleChannel(new Axis(4, 2));

    [Test]
    public void Exact_numbers_must_be_equal() =>
        Assert.That(
            Text(Broken.By("structure",
                Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[1] -= 7, null, [3, -5, 1, 2], [2, 7])), "float32"),
            Is.EqualTo(
                """
                // For a class with: private readonly IConvolution<float> convolution = …;
                // using System; using NUnit.Framework; using ReferenceConv.Geometry;
                // using ReferenceConv;
                [Test]
                public void Forward_of_structure_case_3()
                {
                    var geometry = new ConvolutionGeometry(
                        1, 1, 1, 1,
                        new Axis(4, 2));
                    float[] x = [3, -5, 1, 2];
                    float[] w = [2, 7];
                    float[] expected = [-29, -3, 16];
                    var y = new float[3];
                    Array.Fill(y, float.NaN);

                    convolution.Forward(geometry, x, w, [], y);

                    Assert.That(y, Is.EqualTo(expected));
                }
                """));

    [Test]
    public void Other_numbers_must_be_within_their_tolerance_and_every_part_of_the_geometry_is_written()
    {
        var geometry = new ConvolutionGeometry(
            1, 2, 2, 2,
            new Axis(3, 3, 2, 3, Padding.Explicit(5, 4), Border.Reflected, 2));
        double[] tolerance = [.. Enumerable.Repeat(1e-6, geometry.WeightLength)];

        Evidence evidence = Broken.Evidence(geometry, ConvolutionOperator.WeightGradient, static dw => dw[0] += 1, tolerance,
            [0.1, 0.2, 0.3, 1, 1, 1], [1.5, 1, 1, 0.5, -2, 0]);

        Assert.That(Text(Broken.By("real numbers", evidence), "float64"), Is.EqualTo(
                """
                // For a class with: private readonly IConvolution<double> convolution = …;
                // using System; using NUnit.Framework; using ReferenceConv.Geometry;
                // using ReferenceConv;
                [Test]
                public void Weight_gradient_of_real_numbers_case_3()
                {
                    var geometry = new ConvolutionGeometry(
                        1, 2, 2, 2,
                        new Axis(3, 3, stride: 2, dilation: 3, padding: Padding.Explicit(5, 4),
                            border: Border.Reflected, tile: 2));
                    double[] x = [0.1d, 0.2d, 0.3d, 1, 1, 1];
                    double[] dy = [1.5d, 1, 1, 0.5d, -2, 0];
                    double[] expected =
                    [
                        0.5d, 0.75d, 0.5d, 0.5d, 0.5d, 0.5d, 0.2d, 0.1d, 0.2d, -2, -2, -2
                    ];
                    double[] tolerance =
                    [
                        1E-06d, 1E-06d, 1E-06d, 1E-06d, 1E-06d, 1E-06d, 1E-06d, 1E-06d, 1E-06d,
                        1E-06d, 1E-06d, 1E-06d
                    ];
                    var dw = new double[12];
                    Array.Fill(dw, double.NaN);

                    convolution.WeightGradient(geometry, x, dy, dw);

                    for (int e = 0; e < expected.Length; e++)
                        Assert.That((double)dw[e], Is.EqualTo(expected[e]).Within(tolerance[e]));
                }
                """));
    }

    [Test]
    public void Pasted_tests_compile_fail_for_the_candidate_and_pass_for_the_right_one()
    {
        CheckResult result = Broken.Check(Planted.LastOutput, cases: 12);
        Break[] testable = [.. result.Breaks.Where(broken => NUnitTest.Lines(broken, result.NumberType).Length > 1)];
        Assert.That(testable.Select(static broken => broken.Rule),
            Is.SupersetOf(new[] { "structure", "real numbers", "cancellation", "special values", "subnormals" }));

        PastedTests pasted =
            PastedTests.Compile("IConvolution<float> convolution", testable.Select(broken => Text(broken, result.NumberType)));

        Assert.That(pasted.Run(Planted.LastOutput), Is.EqualTo(new bool[testable.Length]));
        Assert.That(pasted.Run(new ScalarConvolution<float>()), Has.All.True);
    }

    [Test]
    public void Pasted_tests_of_every_operator_and_geometry_compile_and_pass_for_the_right_convolution()
    {
        var tests = new List<string>();
        for (int index = 0; tests.Count < 30; index++)
        {
            ConvolutionCase drawn = ConvolutionCase.Random(9, index).WithFewChannels();
            ConvolutionOperator op = ConvolutionOperators.Trilinear[index % 3];
            Operands<double> operands =
                Operands.Drawn<double>(drawn.Geometry, op, drawn.HasBias, static (input, e) => Draw.Odd((ulong)input, (ulong)e, 31));
            if (operands.Signature.Result.Length == 0)
                continue;
            Evidence evidence = Broken.Evidence(drawn.Geometry, op, static result => result[0] += 1, null, [.. operands.Inputs]);
            IReadOnlyList<string> lines = NUnitTest.Lines(Broken.By("structure", evidence) with { CaseNumber = index }, "float32");
            Assert.That(lines.Select(static line => line.Length), Has.All.LessThanOrEqualTo(80), $"{drawn}");
            if (lines.Count > 1)
                tests.Add(string.Join('\n', lines));
        }

        Assert.That(PastedTests.Compile("IConvolution<float> convolution", tests).Run(new Im2ColConvolution<float>()), Has.All.True);
    }

    [Test]
    public void A_pooling_has_a_test_of_its_own_interface()
    {
        var geometry = new ConvolutionGeometry(1, 1, 1, 1, new Axis(4, 2, stride: 2));
        Break[] breaks =
        [
            .. from op in ConvolutionOperators.Pooling
               let inputs = op switch
               {
                   ConvolutionOperator.MaxPoolingGradient => new double[][] { [1, 3, 4, 2], [5, 6] },
                   ConvolutionOperator.AveragePoolingGradient => [[5, 6]],
                   _ => [[1, 3, 4, 2]],
               }
               let operands = new Operands<double>(geometry, op, countsPadding: true, [.. inputs])
               let expected = op switch
               {
                   ConvolutionOperator.MaxPooling => new double[] { 3, 4 },
                   ConvolutionOperator.MaxPoolingGradient => [0, 5, 6, 0],
                   ConvolutionOperator.AveragePooling => [2, 3],
                   _ => [2.5, 2.5, 3, 3],
               }
               select Broken.By("structure", Broken.Evidence(operands, expected, static result => result[0] = 8, null)),
        ];

        PastedTests pasted = PastedTests.Compile("IPooling<float> pooling", breaks.Select(static broken => Text(broken, "float32")));

        Assert.That(pasted.Run(new RightPooling()), Is.EqualTo(new[] { true, true, true, true }));
    }

    [Test]
    public void Literals_come_back_to_the_same_bits()
    {
        double[] numbers = [0.1f, -0.0, float.Epsilon, float.MaxValue, 16777216, -16777215, 1.0f / 3, float.NaN, float.PositiveInfinity,
            float.NegativeInfinity, 1e20f];
        var geometry = ConvolutionGeometry.SingleChannel(new Axis(11, 11));
        Evidence evidence = Broken.Evidence(geometry, ConvolutionOperator.Forward, static y => y[0] = 0, null, numbers, numbers);

        string text = Text(Broken.By("structure", evidence), "float32");

        Assert.That(text, Does.Contain("0.1f, -0f, 1E-45f, 3.4028235E+38f, 16777216f, -16777215, 0.33333334f,"));
        Assert.That(text, Does.Contain("float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1E+20f"));
    }

    [Test]
    public void Long_arrays_are_not_pasted()
    {
        double[] x = new double[300];
        Evidence evidence = Broken.Evidence(
            ConvolutionGeometry.SingleChannel(new Axis(300, 1)), ConvolutionOperator.Forward, static y => y[0] = 1, null, x, [1]);

        Assert.That(Text(Broken.By("structure", evidence), "float32"), Is.EqualTo("// no test to paste: 601 numbers are more than 200"));
    }

    [Test]
    public void Where_one_call_says_nothing_there_is_no_test()
    {
        Evidence evidence = Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[1] -= 7, null, [3, -5, 1, 2], [2, 7]);
        var bias = new Operands<double>(Line, ConvolutionOperator.BiasGradient, false, [1, 2, 3]);

        Assert.That(NUnitTest.Lines(Broken.By("repeats", evidence), "float32"), Is.Empty);
        Assert.That(NUnitTest.Lines(Broken.By("structure", Broken.Evidence(bias, [6], static db => db[0] = 5, null)), "float32"), Is.Empty);
        Assert.That(
            NUnitTest.Lines(Broken.By("structure", new OperatorCase(Line, ConvolutionOperator.Forward, 0, false),
                new Finding(Standing.Broken) { Conduct = Conduct.Returns }), "float32"),
            Is.Empty);
    }

    [Test]
    public void A_number_type_without_a_name_in_the_language_is_refused() =>
        Assert.That(
            () => NUnitTest.Lines(Broken.By("structure",
                Broken.Evidence(Line, ConvolutionOperator.Forward, static y => y[1] -= 7, null, [3, -5, 1, 2], [2, 7])), "float16"),
            Throws.ArgumentException.With.Message.EqualTo("number type must be float32 or float64, was 'float16'"));

    private static string Text(Break broken, string numberType) => string.Join('\n', NUnitTest.Lines(broken, numberType));

    private sealed class RightPooling : IPooling<float>
    {
        public void Max(ConvolutionGeometry geometry, ReadOnlySpan<float> x, Span<float> y) => new[] { 3f, 4 }.CopyTo(y);

        public void MaxGradient(ConvolutionGeometry geometry, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx) =>
            new[] { 0f, 5, 6, 0 }.CopyTo(dx);

        public void Average(ConvolutionGeometry geometry, bool countsPadding, ReadOnlySpan<float> x, Span<float> y) =>
            new[] { 2f, 3 }.CopyTo(y);

        public void AverageGradient(ConvolutionGeometry geometry, bool countsPadding, ReadOnlySpan<float> dy, Span<float> dx) =>
            new[] { 2.5f, 2.5f, 3, 3 }.CopyTo(dx);
    }
}
