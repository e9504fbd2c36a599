using NUnit.Framework;
using ReferenceConv.Cli;
using ReferenceConv.Fast;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Exchange;
using ReferenceConv.Verification.Files;

namespace ReferenceConv.SpecTests.Cli;

/// <summary>
/// <c>judge</c> holds results to what is claimed: each implementation is right under its own claims, and wrong without them.
/// </summary>
public sealed class JudgeClaimsTests
{
    private const int Vectors = 96;
    private static readonly CaseChoice Choice = new(1, Vectors, ConvolutionOperators.Trilinear, [1, 2, 3]);

    private string parent = "";
    private string folder = "";

    [SetUp]
    public void NameAFolder()
    {
        parent = Directory.CreateTempSubdirectory("judge-claims-").FullName;
        folder = Path.Combine(parent, "cases");
        CaseFiles.Write<float>(folder, Choice);
    }

    [TearDown]
    public void RemoveTheFolder() => Directory.Delete(parent, recursive: true);

    [TestCase(11)]
    [TestCase(8)]
    public void Operands_that_are_rounded_are_right_as_reduced(int bits)
    {
        Answer(operands => Right(operands.Select(number => Answers<float>.Rounded(number, bits))));

        Assert.That(Judge(), Does.StartWith("1 ✗ ").And.Not.Contain("not asked"));
        Assert.That(Judge("--class", $"reduced:{bits}"),
            Does.EndWith($"{Vectors} vectors: {Vectors} right, 0 wrong, 0 missing\n").And.StartWith("0 "));
        Assert.That(Judge("--class", $"reduced:{bits + 2}"), Does.StartWith("1 ✗ "));
    }

    [Test]
    public void A_claim_does_not_hide_a_lost_product()
    {
        Answer(static operands =>
        {
            float[] result = Right(operands);
            if (operands.Inputs[0].Length > 0 && operands.Inputs[1].Length > 0 && result.Length > 0)
                result[^1] += operands.Inputs[0].Max() * operands.Inputs[1].Max();
            return result;
        });

        Assert.That(Judge("--class", "reduced:8"), Does.Match("^1 ✗ [^$]* [1-9]\\d wrong, 0 missing\n$"));
    }

    [Test]
    public void A_float_accumulator_is_not_right_as_wide_and_a_double_one_is()
    {
        Answer(Right);
        Assert.That(Judge(), Does.StartWith("0 "));
        Assert.That(Judge("--class", "wide"), Does.StartWith("1 ✗ "));

        Answer(static operands => Array.ConvertAll(Oracle(operands), static number => (float)number));
        Assert.That(Judge("--class", "wide"), Does.StartWith("0 "));
    }

    [Test]
    public void Flushed_subnormals_are_right_if_claimed()
    {
        Answer(static operands => Array.ConvertAll(Right(operands), static number => float.IsSubnormal(number) ? 0 : number));

        Assert.That(Judge(), Does.Match("^1 ✗ \\d{4} \\w+[\\w ]*, subnormals, "));
        Assert.That(Judge("--subnormals", "flushed"), Does.Match("^0 [^$]*\n96 vectors: 84 right, 0 wrong, 12 not asked, 0 missing\n$"));
    }

    [Test]
    public void Padding_that_is_multiplied_is_right_if_claimed()
    {
        var im2col = new Im2ColConvolution<float>();
        Answer(operands => operands.Apply(im2col));

        Assert.That(Judge(), Does.Match("^1 ✗ \\d{4} \\w+[\\w ]*, special values, "));
        Assert.That(Judge("--padding", "multiplied"), Does.StartWith("0 "));
        Assert.That(Judge("--padding", "either"), Does.StartWith("0 "));
        Assert.That(Judge("--padding", "multiplied", "--gradient-padding", "multiplied"),
            Does.Match("^1 ✗ \\d{4} data gradient, special values, "));
    }

    [Test]
    public void Transformed_products_are_held_to_the_norm_and_asked_no_special_values()
    {
        Answer(static operands => Array.ConvertAll(Right(operands), static number => float.IsSubnormal(number) ? 0 : number * (1 + 1e-6f)));

        Assert.That(Judge(), Does.StartWith("1 ✗ "));
        Assert.That(Judge("--class", "transforming:40"), Does.Match("^0 [^$]*\n96 vectors: 73 right, 0 wrong, 23 not asked, 0 missing\n$"));
    }

    [TestCase("class must be direct, wide, reduced:BITS or transforming:FACTOR, was 'half'", "--class", "half")]
    [TestCase("padding must be one of skipped, multiplied, either; was 'zeros'", "--padding", "zeros")]
    [TestCase("gradient-padding must be one of skipped, multiplied, either; was 'zeros'", "--gradient-padding", "zeros")]
    [TestCase("subnormals must be one of kept, flushed; was 'no'", "--subnormals", "no")]
    public void A_word_that_is_none_exits_2_with_one_line(string line, params string[] claims) =>
        Assert.That(Judge(claims), Is.EqualTo($"2 refconv: {line}\n"));

    private static float[] Right(Operands<float> operands)
    {
        var result = new float[operands.Signature.Result.Length];
        Answers<float>.Write(operands, result);
        return result;
    }

    private static double[] Oracle(Operands<float> operands)
    {
        Operands<double> wide = operands.ToDouble();
        var result = new double[wide.Signature.Result.Length];
        Answers<double>.Write(wide, result);
        return result;
    }

    /// <summary>The exit code and everything printed.</summary>
    private string Judge(params string[] claims)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        int exit = Program.Run(["judge", folder, .. claims], [JudgeVerb.Create()], output, error);
        return $"{exit} {output}{error}";
    }

    private void Answer(Func<Operands<float>, float[]> answer)
    {
        foreach (FileVector vector in Choice.Vectors())
        {
            OperatorCase instance = OperatorCase.Of(vector.Case, vector.Operator)!;
            Signature signature =
                Signature.Of(instance.Geometry, instance.Operator, instance.Flag && instance.Operator == ConvolutionOperator.Forward);
            string Of(string name) => Path.Combine(folder, vector.Folder, $"{name}.npy");
            var operands = new Operands<float>(
                instance.Geometry,
                instance.Operator,
                instance.Flag,
                [.. signature.Inputs.Select(array => Npy.Read<float>(Of(array.Name), array.Sizes.AsSpan()))]);
            Npy.Write<float>(Of(signature.Result.Name), signature.Result.Sizes.AsSpan(), answer(operands));
        }
    }
}
