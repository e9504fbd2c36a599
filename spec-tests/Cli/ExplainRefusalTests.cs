using NUnit.Framework;

namespace ReferenceConv.SpecTests.Cli;

public sealed class ExplainRefusalTests
{
    [TestCase("--input 5 --kernel 3 --stride -1", "stride must be ≥ 1, was -1")]
    [TestCase("--input 5 --kernel 0", "kernel size must be ≥ 1, was 0")]
    [TestCase("--input 5 --kernel 3 --dilation 0", "dilation must be ≥ 1, was 0")]
    [TestCase("--input 5x5 --kernel 7", "kernel extent d(k−1)+1 must be ≤ the padded input size i+p₀+p₁ = 5, was 7")]
    [TestCase("--input 4 --kernel 3 --in-channels 4 --groups 3", "groups must divide the input channels 4, was 3")]
    [TestCase("--op transposed --input 4 --kernel 3 --in-channels 4 --out-channels 6 --groups 4",
        "groups must divide the output channels 6, was 4")]
    [TestCase("--input 5 --kernel 3 --output 3", "--output must be in 0..2, was 3")]
    [TestCase("--input 5 --kernel 3 --output -1", "--output must be in 0..2, was -1")]
    [TestCase("--input 5x5 --kernel 3 --output 1", "--output must be like 0,0 for a result of size 3×3, was 1")]
    [TestCase("--input 2000000000x2000000000 --kernel 3", "input positions must be ≤ 2147483591, were 2000000000·2000000000")]
    [TestCase("--input 20000000000 --kernel 3", "--input must be made of 32-bit integers, such as 5 or 5x4; had '20000000000'")]
    [TestCase("--input 5 --kernel 3 --dilation 2000000000", "kernel extent d(k−1)+1 must be in 0..2147483647, was 4000000001")]
    [TestCase("--input 2000000000 --kernel 3 --output 5",
        "to trace a sum every element gets a name: elements must be ≤ 1000000, were 4000000001; take a smaller input")]
    [TestCase("--input 900x900 --kernel 5 --padding valid --output 0,0",
        "to trace a sum every element gets a name: elements must be ≤ 1000000, were ")]
    [TestCase("--input 500x500 --kernel 5 --output 0,0",
        "to trace a sum every product is kept: products must be ≤ 5000000, were 6150400; take a smaller input")]
    [TestCase("--op col2im --input 600x600 --kernel 3 --output 0,0", "elements must be ≤ 1000000, were 3936049; take a smaller input")]
    [TestCase("--input five --kernel 3", "--input must be made of 32-bit integers, such as 5 or 5x4; had 'five'")]
    [TestCase("--input 5x5 --kernel 3x3x3", "--kernel must have 1 value or one for each of the 2 axes of --input, had 3: '3x3x3'")]
    [TestCase("--input 5x5x5x5 --kernel 3", "spatial axes must be 1..3, were 4")]
    [TestCase("--input 5 --kernel 3 --padding wide",
        "padding must be valid, full, half, same, same-upper, same-lower, a number, or begin,end; was 'wide'")]
    [TestCase("--input 5 --kernel 3 --border sky", "border must be zeros, extended, cyclic or reflected, was 'sky'")]
    [TestCase("--input 5 --kernel 3 --op convolve", "op must be one of forward, data-gradient, ")]
    [TestCase("--input 5 --kernel 3 --op im2col --tile 2", "--tile has no meaning for op im2col")]
    [TestCase("--input 5 --kernel 3 --ceil", "--ceil has no meaning for op forward")]
    [TestCase("--input 5 --kernel 3 --op max-pooling --groups 2", "--groups has no meaning for op max-pooling")]
    [TestCase("--input 3 --kernel 3 --op transposed --stride 2 --output-padding 2", "output padding must be in 0..stride−1 = 0..1, was 2")]
    [TestCase("--input 3 --kernel 3 --op transposed --stride 2 --target 9",
        "transposed output size must be one that convolves back to 3: size 9 gives 4")]
    [TestCase(
        "--input 3 --kernel 3 --op transposed --stride 2 --target 7 --output-padding 0", "--target must stand without --output-padding")]
    [TestCase("--input 5 --kernel 1 --op max-pooling --padding 3 --output 0", "window (0) lies in the padding alone")]
    [TestCase("--input 5 --kernel 3 --names I", "names must be input,kernel or input,kernel,output")]
    [TestCase("--input 3 --kernel 1 --values 1,2 --weights 1", "--values must have 3 integers, had 2")]
    [TestCase("--input 3 --kernel 1 --values 1,2,x --weights 1", "--values must be made of 32-bit integers, such as 1,0,2/0,3,1; had 'x'")]
    [TestCase("--input 3 --kernel 1 --values 1,2,3", "--values and --weights must stand together")]
    [TestCase("--input 3 --kernel 1 --op im2col --values 1,2,3", "--values has no meaning for op im2col")]
    [TestCase("--input 3 --kernel 1 --values -1,-2147483649,3 --weights 1",
        "--values must be made of 32-bit integers, such as 1,0,2/0,3,1; had '-2147483649'")]
    [TestCase("--input 3 --kernel 1 --in-channels x", "--in-channels must be a 32-bit integer, was 'x'")]
    [TestCase("--input 9x5 --kernel 3x7", "kernel extent d(k−1)+1 must be ≤ the padded input size i+p₀+p₁ = 5, was 7 (columns)")]
    [TestCase("--input 5x5 --kernel 3 --stride -1x1", "stride must be ≥ 1, was -1 (rows)")]
    [TestCase("--input 5x5x5 --kernel 3 --op transposed --stride 0x1x1", "stride must be ≥ 1, was 0 (depth)")]
    [TestCase("--input 3 --kernel 2 --names x,x", "names must differ, were x, x, y")]
    [TestCase("--input 3 --kernel 2 --names x,y", "names must differ, were x, y, y")]
    [TestCase("--input --kernel 3", "Required argument missing for option: '--input'")]
    [TestCase("--input 5 --kernel --padding 1", "Required argument missing for option: '--kernel'")]
    [TestCase("--kernel 3", "'--input' is required")]
    [TestCase("--input 5 --kernel 3 --strides 2", "'--strides'")]
    public void Bad_use_gets_one_line_and_exit_code_2_and_nothing_else(string options, string reason)
    {
        foreach (string format in new[] { "", " --json" })
        {
            (int code, string said, string refused) = ExplainRun.Of(options + format);

            Assert.That((code, said), Is.EqualTo((2, "")));
            Assert.That(refused, Does.StartWith("refconv: ").And.Contain(reason));
            Assert.That(refused.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(1));
        }
    }
}
