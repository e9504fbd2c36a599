using NUnit.Framework;
using ReferenceConv.Cli;
using ReferenceConv.Cli.Images;
using ReferenceConv.SpecTests.Cli.Images;

namespace ReferenceConv.SpecTests.Cli;

public sealed class FilterVerbTests
{
    private string folder = "";

    private string Out => Path.Combine(folder, "out.png");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("refconv-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Photograph_through_the_laplacian_says_what_is_shown_and_leaves_flat_parts_at_128()
    {
        (int code, string said, string refused) = Run("filter", PictureFileTests.Photograph(), "--kernel", "laplacian", "-o", Out);

        Assert.That((code, refused), Is.EqualTo((0, "")));
        Assert.That(said, Does.Contain("kernel laplacian: 3 × 3, weights sum to 0, not flipped").And.Contain("so that 0 → 128"));

        // The photograph's upper left corner is a patch of one shade.
        Assert.That(PictureFile.Read(Out).Channel(0)[0], Is.EqualTo(128));
    }

    [TestCase("zeros", "valid", "1", new byte[] { 36 })]
    [TestCase("zeros", "same", "2", new byte[] { 8, 12, 20, 24 })]
    [TestCase("zeros", "1,0", "2", new byte[] { 8 })]
    [TestCase("extended", "same", "2", new byte[] { 12, 24, 48, 60 })]
    [TestCase("cyclic", "same", "2", new byte[] { 36, 36, 36, 36 })]
    [TestCase("reflected", "same", "2", new byte[] { 24, 30, 42, 48 })]
    public void Border_padding_and_stride_mean_what_the_geometry_means(string border, string padding, string stride, byte[] expected)
    {
        string picture = Text("in.pgm", "P2 3 3 255  0 1 2  3 4 5  6 7 8"), kernel = Text("kernel.txt", "1 1 1\n1 1 1\n1 1 1\n");

        (int code, _, string refused) = Run(
            "filter", picture, "--kernel", kernel, "-o", Out, "--border", border, "--padding", padding, "--stride", stride);

        Assert.That((code, refused), Is.EqualTo((0, "")));
        Assert.That(PictureFile.Read(Out).Channel(0).ToArray(), Is.EqualTo(expected));
    }

    [Test]
    public void Colours_are_filtered_each_alone_or_made_grey()
    {
        string picture = Text("in.ppm", "P3 1 1 255 100 50 20"), kernel = Text("kernel.txt", "2");

        Assert.That(Run("filter", picture, "-k", kernel, "-o", Out).Code, Is.Zero);
        Picture colour = PictureFile.Read(Out);
        Assert.That(Run("filter", picture, "-k", kernel, "-o", Out, "--grey").Code, Is.Zero);
        Picture grey = PictureFile.Read(Out);

        Assert.That((colour.Channel(0)[0], colour.Channel(1)[0], colour.Channel(2)[0]), Is.EqualTo((200, 100, 40)));
        Assert.That((grey.Channels, grey.Channel(0)[0]), Is.EqualTo((1, 2 * 62)));
    }

    [TestCase("filter {in} -k box -o {out} --stride 0", "stride must be ≥ 1, was 0")]
    [TestCase("filter {in} -k box -o {out} --stride -1", "stride must be ≥ 1, was -1")]
    [TestCase("filter {in} -k box -o {out} --stride x", "--stride must be a 32-bit integer, was 'x'")]
    [TestCase("filter {in} -k {folder} -o {out}", "kernel must be a file, was the folder '")]
    [TestCase("filter {in} -k box -o {out} --border sky", "border must be zeros, extended, cyclic or reflected, was 'sky'")]
    [TestCase("filter {in} -k box -o {out} --padding -1", "begin padding must be ≥ 0, was -1")]
    [TestCase("filter {in} -k box -o {out} --padding 2000000000", "must be")]
    [TestCase("filter {in} -k box -o {out} --padding 9000 --border zeros", "at most 67108864 pixels, was 17998 × 17998")]
    [TestCase("filter {in} -k box -o {out} --padding valid", "kernel extent d(k−1)+1 must be ≤ the padded input size i+p₀+p₁ = 2, was 5")]
    [TestCase("filter {in} -k box -o {out} --scale loud", "scale must be auto, none or abs, was 'loud'")]
    [TestCase("filter {in} -k bax -o {out}", "was 'bax'")]
    [TestCase("filter {in} -k {junk} -o {out}", "junk.txt: a weight must be a finite number, was 'GIF89a'")]
    [TestCase("filter {in} -k box -o {out}.jpg", "output must be a file named …png")]
    [TestCase("filter {in} -k box -o .png", "output must be a file named …png, was '.png'")]
    [TestCase("filter {in} -k box -o {folder}/.PNG", "output must be a file named …png, was '")]
    [TestCase("filter {in} -k box -o {folder}/none/out.png", "does not exist")]
    [TestCase("filter {in} -k box", "'--output' is required")]
    [TestCase("filter {in} -o {out}", "'--kernel' is required")]
    [TestCase("filter {in} -k box -o {out} --colour", "'--colour'")]
    [TestCase("filter {junk} -k box -o {out}", "junk.txt: neither PNG, PGM nor PPM")]
    [TestCase("filter {cut} -k box -o {out}", "cut.pgm: PNM: 4 samples must follow the header, 1 do")]
    [TestCase("filter {folder}/none.png -k box -o {out}", "picture must be a file, was '")]
    [TestCase("filter {folder} -k box -o {out}", "picture must be a file, was '")]
    public void Bad_use_gets_one_line_and_exit_code_2_and_writes_nothing(string line, string reason)
    {
        string picture = Text("in.pgm", "P2 2 2 255 1 2 3 4"), junk = Text("junk.txt", "GIF89a"), cut = Text("cut.pgm", "P5 2 2 255 x");
        string[] args =
        [
            .. line.Split(' ').Select(word => word
                .Replace("{in}", picture).Replace("{junk}", junk).Replace("{cut}", cut).Replace("{out}", Out).Replace("{folder}", folder)),
        ];

        (int code, string said, string refused) = Run(args);

        Assert.That((code, said), Is.EqualTo((2, "")));
        Assert.That(refused, Does.Contain(reason));
        Assert.That(refused.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(1));
        Assert.That(Directory.GetFiles(folder), Is.EquivalentTo(new[] { picture, junk, cut }));
    }

    private string Text(string name, string contents)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, contents);
        return path;
    }

    private static (int Code, string Said, string Refused) Run(params string[] args)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        using StringWriter said = new(), refused = new();
        Console.SetOut(said);
        Console.SetError(refused);
        try
        {
            return (Program.Main(args), said.ToString(), refused.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
