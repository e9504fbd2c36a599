using NUnit.Framework;
using ReferenceConv.Cli.Images;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Cli.Images;

public sealed class KernelTests
{
    [TestCase("gaussian", 9, 1)]
    [TestCase("box", 5, 1)]
    [TestCase("disk", 9, 1)]
    [TestCase("sharpen", 3, 1)]
    [TestCase("laplacian", 3, 0)]
    [TestCase("log", 11, 0)]
    [TestCase("edge", 3, 0)]
    [TestCase("horizontal-line", 3, 0)]
    [TestCase("lecture1-g", 5, 0.98)]
    [TestCase("lecture1-l", 3, 0.03)]
    [TestCase("lecture1-log", 5, 0)]
    [TestCase("lecture2", 3, 5)]
    [TestCase("lecture3", 3, 5)]
    public void Each_name_has_its_size_and_its_sum_and_stands_in_the_help(string name, int size, double sum)
    {
        double[,] weights = Kernel.Find(name);

        Assert.That((weights.GetLength(0), weights.GetLength(1)), Is.EqualTo((size, size)));

        // Up to 121 weights of magnitude ≤ 4, each within some ulps of 2⁻⁵³: far below 10⁻¹², far above which any wrong weight would show.
        Assert.That(weights.Cast<double>().Sum(), Is.EqualTo(sum).Within(1e-12));
        Assert.That(Kernel.Names, Does.Contain($"  {name} "));
    }

    [Test]
    public void Names_mean_the_formulas()
    {
        Assert.That(Kernel.Find("edge"), Is.EqualTo(Kernels.Edge()));
        Assert.That(Kernel.Find("horizontal-line"), Is.EqualTo(Kernels.HorizontalLine()));
        Assert.That(Kernel.Find("lecture1-log")[2, 2], Is.EqualTo(-1.8));
        Assert.That(Kernel.Find("lecture2"), Is.EqualTo(new double[,] { { 0, 0, 1 }, { 0, 2, 0 }, { 1, 1, 0 } }));
        Assert.That(Kernel.Find("lecture3"), Is.EqualTo(new double[,] { { 1, 0, 1 }, { 0, 1, 0 }, { 1, 0, 1 } }));
    }

    [Test]
    public void Text_gives_a_row_for_each_line_of_numbers()
    {
        double[,] weights = Kernel.Parse("# an edge\n\n 1, 2.5,-3\t# above\r\n0 1e-3 .5\n");

        Assert.That(weights, Is.EqualTo(new[,] { { 1, 2.5, -3 }, { 0, 0.001, 0.5 } }));
    }

    [TestCase("", "a kernel must have at least one number, has none")]
    [TestCase("# 1 2 3\n", "a kernel must have at least one number, has none")]
    [TestCase("1 2\n3", "rows of a kernel must be equally long: row 0 has 2 numbers, row 1 has 1")]
    [TestCase("1 x", "a weight must be a finite number, was 'x'")]
    [TestCase("NaN", "a weight must be a finite number, was 'NaN'")]
    [TestCase("1e999", "a weight must be a finite number, was '1e999'")]
    [TestCase("123456789012345678901x", "a weight must be a finite number, was '12345678901234567890…'")]
    [TestCase("1e306 -1e306", "weights of a kernel must be so small that 255 Σ|w| is finite")]
    public void Text_that_is_no_kernel_is_refused_by_name(string text, string message) =>
        Assert.That(() => Kernel.Parse(text), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(message));

    [Test]
    public void Neither_name_nor_file_is_refused_with_the_names() =>
        Assert.That(
            () => Kernel.Find("gausian"),
            Throws.ArgumentException.With.Message.StartsWith("kernel must be a file of numbers or one of gaussian, box, ")
                .And.Message.EndsWith(", lecture3, was 'gausian'"));

    [Test]
    public void File_too_long_for_a_kernel_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, new string('1', (1 << 20) + 1));
            Assert.That(
                () => Kernel.Find(path),
                Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(
                    "a kernel file must have at most 1048576 characters, has more"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
