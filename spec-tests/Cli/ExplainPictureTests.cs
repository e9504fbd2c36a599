using NUnit.Framework;

namespace ReferenceConv.SpecTests.Cli;

public sealed class ExplainPictureTests
{
    [Test]
    public void Border_shows_the_input_that_it_copies()
    {
        Assert.That(ExplainRun.Section("--input 3 --kernel 2 --padding 2,1 --border reflected", "Windows")[1..], Is.EqualTo(new[]
        {
            "x    (2) (1)   0   1   2 (1)",
            "y(0)  w0  w1",
            "y(1)      w0  w1",
            "y(2)          w0  w1",
            "y(3)              w0  w1",
            "y(4)                  w0  w1",
        }));
    }

    [Test]
    public void Dilated_taps_stand_apart()
    {
        Assert.That(ExplainRun.Section("--input 6 --kernel 3 --dilation 2", "Windows"), Is.EqualTo(new[]
        {
            "x     0  1  2  3  4  5",
            "y(0) w0    w1    w2",
            "y(1)    w0    w1    w2",
        }));
        Assert.That(ExplainRun.Section("--input 4x4 --kernel 2 --dilation 1x3 --stride 2", "Windows"), Is.EqualTo(new[]
        {
            "y(0,0)     y(1,0)", "■ □ □ ■    □ □ □ □", "■ □ □ ■    □ □ □ □", "□ □ □ □    ■ □ □ ■", "□ □ □ □    ■ □ □ ■",
        }));
    }

    [Test]
    public void Weights_that_meet_an_input_twice_stand_together_in_the_matrix()
    {
        Assert.That(ExplainRun.Section("--input 2 --kernel 3 --padding 1 --border extended", "Matrix"), Is.EqualTo(new[]
        {
            "0│w0+w1    w2",
            "1│   w0 w1+w2",
        }));
    }

    [Test]
    public void Tiled_outputs_name_their_kernel()
    {
        Assert.That(ExplainRun.Section("--input 5 --kernel 3 --tile 2", "Windows"), Is.EqualTo(new[]
        {
            "x          0  1  2  3  4",
            "y(0) w[0] w0 w1 w2",
            "y(1) w[1]    w0 w1 w2",
            "y(2) w[0]       w0 w1 w2",
        }));
    }

    [Test]
    public void Partial_window_reaches_beyond_the_padding()
    {
        Assert.That(
            ExplainRun.Section("--op max-pooling --input 3x3 --kernel 2 --stride 2 --ceil --output 1,1", "Windows"), Is.EqualTo(new[]
        {
            "y(1,1)", "□ □ □ -", "□ □ □ -", "□ □ ■ +", "- - + +",
        }));
    }

    [Test]
    public void Gradient_of_an_input_shows_the_windows_that_hold_it()
    {
        Assert.That(ExplainRun.Section("--op data-gradient --input 5x4 --kernel 2 --output 1,3", "Windows"), Is.EqualTo(new[]
        {
            "□ □ ■", "□ □ ■", "□ □ □", "□ □ □",
        }));
    }

    [Test]
    public void Gradient_of_a_weight_shows_the_inputs_under_its_tap()
    {
        Assert.That(ExplainRun.Section("--op weight-gradient --input 3x3 --kernel 2 --stride 2 --padding 1 --output 0,1", "Windows")[1..],
            Is.EqualTo(new[]
        {
            "· + · + ·", "· □ □ □ ·", "· ■ □ ■ ·", "· □ □ □ ·", "· · · · ·",
        }));
    }

    [Test]
    public void Transposed_matrix_is_the_transpose()
    {
        string[] forward = ExplainRun.Section("--input 5 --kernel 3 --stride 2", "Matrix");
        string[] transposed = ExplainRun.Section("--op transposed --input 2 --kernel 3 --stride 2", "Matrix");

        Assert.That(forward, Is.EqualTo(new[] { "0│w0 w1 w2  ·  ·", "1│ ·  · w0 w1 w2" }));
        Assert.That(transposed, Is.EqualTo(new[] { "0│w0  ·", "1│w1  ·", "2│w2 w0", "3│ · w1", "4│ · w2" }));
    }

    [Test]
    public void Average_shares_stand_in_its_matrix()
    {
        Assert.That(ExplainRun.Section("--op average-pooling --input 3 --kernel 2 --padding 1,0", "Matrix"), Is.EqualTo(new[]
        {
            "0│1/1   ·   ·", "1│1/2 1/2   ·", "2│  · 1/2 1/2",
        }));
    }

    [Test]
    public void Large_row_is_cut_around_its_first_and_last_window_and_says_so()
    {
        string[] picture = ExplainRun.Section("--input 230 --kernel 7 --stride 2 --padding 3", "Windows");

        Assert.That(picture[0], Does.StartWith("x        ·   ·   ·   0   1"));
        Assert.That(picture[^2], Does.StartWith("y(114)").And.EndsWith("w0  w1  w2  w3  w4  w5  w6"));
        Assert.That(picture[^1], Is.EqualTo("cut: the padded input has 236 positions, the output 115"));
    }

    [TestCase("--input 230 --kernel 7 --stride 2 --padding 3 --output 50", "y(50)")]
    [TestCase("--op data-gradient --input 230 --kernel 7 --stride 2 --padding 3 --output 100", "dy(49)")]
    public void Large_row_is_cut_around_the_window_that_is_asked_for(string options, string window)
    {
        Assert.That(ExplainRun.Section(options, "Windows"), Has.One.StartsWith(window));
    }

    [TestCase("--op data-gradient --input 50x50 --kernel 3 --output 30,20", "cut: rows 26–41 of 48, columns 10–47 of 48")]
    [TestCase("--input 224x224 --kernel 7 --stride 2 --padding 3", "cut: 230×230 positions with padding, 112×112 windows")]
    [TestCase("--op weight-gradient --input 40x40 --kernel 3 --output 0,0", "cut: rows 0–15 of 40, columns 0–37 of 40")]
    [TestCase("--op weight-gradient --input 20x20 --kernel 3 --output 0,0", "324 terms; --json has them all")]
    [TestCase("--input 45 --kernel 3", "43×45: wider or taller than this page; --json has its entries")]
    [TestCase("--input 3000 --kernel 3", "Matrix: too large to write out.")]
    [TestCase("--input 8x8x8 --kernel 2", "Windows are drawn for one or two axes.")]
    public void What_is_left_out_is_said(string options, string note)
    {
        Assert.That(ExplainRun.Text(options), Does.Contain(note));
    }

    // The circumflex of k̂ is a character of its own and takes no column.
    [Test]
    public void No_line_is_wider_than_80_columns_and_none_carries_a_colour([Values("7", "5x5", "224x224", "2000000000", "40000x40000",
        "9x8x7")] string input, [Values("forward", "data-gradient", "transposed", "average-pooling", "im2col")] string op)
    {
        bool isLarge = input.Length > 9;
        string options = $"--op {op} --input {input} --kernel 3 --padding {(isLarge ? "1" : "same-lower")}";
        string[] lines = ExplainRun.Text(op == "transposed" || isLarge ? options : $"{options} --border cyclic --stride 2").Split('\n');

        Assert.That(lines.Max(static line => line.Replace("\u0302", "").Length), Is.LessThanOrEqualTo(80));
        Assert.That(lines, Has.None.Contains('\u001b'));
    }
}
