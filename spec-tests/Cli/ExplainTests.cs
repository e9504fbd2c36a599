using NUnit.Framework;

namespace ReferenceConv.SpecTests.Cli;

public sealed class ExplainTests
{
    [Test]
    public void One_axis_is_explained_to_the_letter()
    {
        Assert.That(ExplainRun.Text("--input 6 --kernel 3 --stride 2 --padding 1 --output 0"), Is.EqualTo("""
            forward: input 6, kernel 3, stride 2, padding 1,1 → output 3

            Size
              kernel extent  k̂ = d(k−1)+1 = 1·(3−1)+1 = 3
              padding        p₀,p₁ = 1,1
              output size    o = ⌊(i+p₀+p₁−k̂)/s⌋+1 = ⌊(6+1+1−3)/2⌋+1 = ⌊5/2⌋+1 = 3
              remainder      (i+p₀+p₁−k̂) mod s = 5 mod 2 = 1: 1 padded position behind the
                             last window, 0 of the input
              never visited  no input

            Windows: w0… taps, above them the input, · padding
              x     ·  0  1  2  3  4  5  ·
              y(0) w0 w1 w2
              y(1)       w0 w1 w2
              y(2)             w0 w1 w2

            Matrix: y = M x, a row for each y
              0│w1 w2  ·  ·  ·  ·
              1│ · w0 w1 w2  ·  ·
              2│ ·  ·  · w0 w1 w2

            Sum
              y(0) = x(0)w(1) + x(1)w(2)
              2 products; 1 of 3 taps lie on zeros and meet nothing

            """));
    }

    [Test]
    public void Two_axes_are_explained_to_the_letter()
    {
        Assert.That(ExplainRun.Text("--input 5x5 --kernel 3x3 --stride 2 --padding same"), Is.EqualTo("""
            forward: input 5×5, kernel 3×3, stride 2, padding same-upper → output 3×3

            Size, on every axis
              kernel extent  k̂ = d(k−1)+1 = 1·(3−1)+1 = 3
              padding        same-upper: o = ⌈i/s⌉ = ⌈5/2⌉ = 3
                             p₀+p₁ = max((o−1)s+k̂−i, 0) = max(2·2+3−5, 0) = 2
                             p₀,p₁ = 1,1
              output size    o = ⌊(i+p₀+p₁−k̂)/s⌋+1 = ⌊(5+1+1−3)/2⌋+1 = ⌊4/2⌋+1 = 3
              remainder      (i+p₀+p₁−k̂) mod s = 4 mod 2 = 0
              never visited  no input

            Windows: ■ tap on input, □ input, · padding (zeros), + tap there
              y(0,0)           y(0,1)           y(1,0)           y(2,2)
              + + + · · · ·    · · + + + · ·    · · · · · · ·    · · · · · · ·
              + ■ ■ □ □ □ ·    · □ ■ ■ ■ □ ·    · □ □ □ □ □ ·    · □ □ □ □ □ ·
              + ■ ■ □ □ □ ·    · □ ■ ■ ■ □ ·    + ■ ■ □ □ □ ·    · □ □ □ □ □ ·
              · □ □ □ □ □ ·    · □ □ □ □ □ ·    + ■ ■ □ □ □ ·    · □ □ □ □ □ ·
              · □ □ □ □ □ ·    · □ □ □ □ □ ·    + ■ ■ □ □ □ ·    · □ □ □ ■ ■ +
              · □ □ □ □ □ ·    · □ □ □ □ □ ·    · □ □ □ □ □ ·    · □ □ □ ■ ■ +
              · · · · · · ·    · · · · · · ·    · · · · · · ·    · · · · + + +

            Matrix: y = M x, a row for each y; 22 = w(2,2)
              0,0│11 12  ·  ·  ·│21 22  ·  ·  ·│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·
              0,1│ · 10 11 12  ·│ · 20 21 22  ·│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·
              0,2│ ·  ·  · 10 11│ ·  ·  · 20 21│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·
              1,0│ ·  ·  ·  ·  ·│01 02  ·  ·  ·│11 12  ·  ·  ·│21 22  ·  ·  ·│ ·  ·  ·  ·  ·
              1,1│ ·  ·  ·  ·  ·│ · 00 01 02  ·│ · 10 11 12  ·│ · 20 21 22  ·│ ·  ·  ·  ·  ·
              1,2│ ·  ·  ·  ·  ·│ ·  ·  · 00 01│ ·  ·  · 10 11│ ·  ·  · 20 21│ ·  ·  ·  ·  ·
              2,0│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·│01 02  ·  ·  ·│11 12  ·  ·  ·
              2,1│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·│ · 00 01 02  ·│ · 10 11 12  ·
              2,2│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·│ ·  ·  ·  ·  ·│ ·  ·  · 00 01│ ·  ·  · 10 11

            """));
    }

    [Test]
    public void Lecture_2_writes_its_first_entry_as_nine_products()
    {
        Assert.That(ExplainRun.Section("--input 5x5 --kernel 3x3 --output 0,0 --names I,K,S", "Sum"), Is.EqualTo(new[]
        {
            "S(0,0) = I(0,0)K(0,0) + I(0,1)K(0,1) + I(0,2)K(0,2)",
            "       + I(1,0)K(1,0) + I(1,1)K(1,1) + I(1,2)K(1,2)",
            "       + I(2,0)K(2,0) + I(2,1)K(2,1) + I(2,2)K(2,2)",
            "9 products",
        }));
    }

    [Test]
    public void Lecture_2_works_its_first_entry_out_to_1()
    {
        string image = "1,0,0,1,2/0,0,0,3,0/0,1,2,1,1/1,1,3,0,0/3,0,0,0,1";

        Assert.That(ExplainRun.Section($"--input 5x5 --kernel 3x3 --output 0,0 --values {image} --weights 0,0,1/0,2,0/1,1,0", "Sum")[3..],
            Is.EqualTo(new[]
        {
            "       = 1·0 + 0·0 + 0·1",
            "       + 0·0 + 0·2 + 0·0",
            "       + 0·1 + 1·1 + 2·0 = 1",
            "9 products",
        }));
    }

    [TestCase("--op data-gradient --input 5 --kernel 3 --stride 2 --padding same --output 1", "dx(1) = w(2)dy(0) + w(0)dy(1)")]
    [TestCase("--op weight-gradient --input 4x4 --kernel 2 --stride 2 --output 0,1",
        "dw(0,1) = x(0,1)dy(0,0) + x(0,3)dy(0,1) + x(2,1)dy(1,0) + x(2,3)dy(1,1)")]
    [TestCase("--op weight-gradient --input 5 --kernel 2 --tile 2 --output 1,0", "dw[1](0) = x(1)dy(1) + x(3)dy(3)")]
    [TestCase("--op bias-gradient --input 5 --kernel 3 --output 0", "db(0) = dy(0) + dy(1) + dy(2)")]
    [TestCase("--op transposed --input 3 --kernel 3 --stride 2 --output 2", "y(2) = w(2)x(0) + w(0)x(1)")]
    [TestCase("--op transposed --input 3 --kernel 2 --stride 3 --output 2", "y(2) = 0")]
    [TestCase("--op max-pooling --input 5 --kernel 2 --padding 1 --output 0", "y(0) = max{x(0)}")]
    [TestCase("--op max-pooling-gradient --input 4 --kernel 2 --output 1", "dx(1) = dy(0)[m(0)=(1)] + dy(1)[m(1)=(1)]")]
    [TestCase("--op average-pooling --input 5 --kernel 2 --padding 1 --output 0", "y(0) = (x(0))/1")]
    [TestCase("--op average-pooling --input 5 --kernel 2 --padding 1 --output 0 --count-padding", "y(0) = (x(0))/2")]
    [TestCase("--op average-pooling-gradient --input 5 --kernel 2 --padding 1 --output 0", "dx(0) = dy(0)/1 + dy(1)/2")]
    [TestCase("--op average-pooling-gradient --input 5 --kernel 2 --stride 2 --output 1", "dx(1) = dy(0)/2")]
    [TestCase("--op im2col --input 5 --kernel 3 --padding 1 --output 0", "column(0) = (0, x(0), x(1))ᵀ")]
    [TestCase("--op col2im --input 5 --kernel 3 --output 2", "x(2) = column(0)[2] + column(1)[1] + column(2)[0]")]
    [TestCase("--input 7 --kernel 3 --dilation 2 --tile 2 --output 1", "y(1) = x(1)w[1](0) + x(3)w[1](1) + x(5)w[1](2)")]
    [TestCase("--input 3 --kernel 3 --padding 1 --border cyclic --output 0", "y(0) = x(2)w(0) + x(0)w(1) + x(1)w(2)")]
    [TestCase("--input 2 --kernel 1 --in-channels 4 --out-channels 2 --groups 2 --output 1,0", "y(1,0) = x(2,0)w(1,0,0)")]
    [TestCase("--input 2x2x2 --kernel 1x1x2 --output 1,1,0 --names a,b", "y(1,1,0) = a(1,1,0)b(0,0,0) + a(1,1,1)b(0,0,1)")]
    public void Every_operation_writes_down_the_sum_it_computes(string options, string sum)
    {
        Assert.That(ExplainRun.Section(options, "Sum")[0], Is.EqualTo(sum));
    }

    // Half a minute is some twenty times what each takes; a copy of the arrays or of the text for every term takes longer.
    [MaxTime(30_000)]
    [TestCase("--op im2col --input 3000 --kernel 1500 --output 0", 1500)]
    [TestCase("--op weight-gradient --input 90x90 --kernel 3 --output 0,0", 88 * 88)]
    [TestCase("--op bias-gradient --input 500x500 --kernel 1 --output 0", 500 * 500)]
    public void Long_sum_takes_time_in_proportion_to_its_terms(string options, int terms)
    {
        Assert.That(ExplainRun.Section(options, "Sum"), Has.Member($"{terms} terms; --json has them all"));
    }

    [TestCase("--input 6 --kernel 3 --stride 2 --padding same-lower", "p₀,p₁ = 1,0, the odd one at the beginning")]
    [TestCase("--input 6 --kernel 3 --padding full", "full: p₀ = p₁ = k̂−1 = 2")]
    [TestCase("--input 6 --kernel 3 --padding half --dilation 2", "half: p₀ = p₁ = ⌊k̂/2⌋ = ⌊5/2⌋ = 2")]
    [TestCase("--input 7 --kernel 3 --stride 4", "⌊(7+0+0−3)/4⌋+1 = ⌊4/4⌋+1 = 2")]
    [TestCase("--input 7 --kernel 3 --stride 4", "never visited  input 3")]
    [TestCase("--input 9 --kernel 3 --stride 2 --dilation 2", "never visited  input 1, 3, 5, 7")]
    [TestCase("--input 90 --kernel 1 --stride 2", "input 1, 3, 5, 7, 9, 11, … (45 in all)")]
    [TestCase("--input 5 --kernel 2 --stride 2", "3 mod 2 = 1: 1 padded position behind the")]
    [TestCase("--op max-pooling --input 5 --kernel 2 --stride 2 --ceil", "⌈3/2⌉+1 = 3")]
    [TestCase("--op max-pooling --input 5 --kernel 2 --stride 2 --ceil", "the last window is partial")]
    [TestCase("--op max-pooling --input 4 --kernel 2 --stride 2 --ceil --padding 0,1", "(o−1)s = 4 ≥ i+p₀ = 4")]
    [TestCase(
        "--op transposed --input 3 --kernel 3 --stride 2 --padding 1 --output-padding 1", "o′ = s(i′−1)+a+k̂−p₀−p₁ = 2·2+1+3−1−1 = 6")]
    [TestCase("--op transposed --input 3 --kernel 3 --stride 2 --padding same", "same-upper: o′ = s·i′ = 2·3 = 6")]
    [TestCase("--op transposed --input 3 --kernel 3 --stride 2 --padding same --target 5", "p₀,p₁ = 1,1")]
    [TestCase("--op transposed --input 3 --kernel 2 --stride 3", "never written   output 2, 5: 0 there")]
    public void Sizes_are_worked_out_with_the_numbers_in(string options, string step)
    {
        Assert.That(ExplainRun.Text(options), Does.Contain(step));
    }

    [Test]
    public void Axes_that_differ_are_worked_out_one_by_one()
    {
        string said = ExplainRun.Text("--input 5x4 --kernel 3x2 --stride 2x1 --padding 1,2x0,1");

        Assert.That(said, Does.StartWith("forward: input 5×4, kernel 3×2, stride 2×1, padding 1,2×0,1 → output 3×4\n"));
        Assert.That(said, Does.Contain("Size, rows\n").And.Contain("Size, columns\n"));
    }
}
