using NUnit.Framework;
using ReferenceConv.Cli.Images;
using ReferenceConv.SpecTests.Candidates.Exec;

namespace ReferenceConv.SpecTests.Cli.Images;

public sealed class PictureFileTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("refconv-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Photograph_of_the_book_is_read()
    {
        Picture picture = PictureFile.Read(Photograph());

        Assert.That((picture.Channels, picture.Height, picture.Width, picture.AlphaDropped), Is.EqualTo((1, 512, 512, false)));
        Assert.That(picture.Channel(0)[..4].ToArray(), Is.EqualTo(new byte[] { 83, 83, 83, 83 }));
    }

    [Test]
    public void Photograph_written_and_read_back_is_the_same()
    {
        Picture picture = PictureFile.Read(Photograph());
        string copy = Path.Combine(folder, "copy.png");

        PictureFile.Write(copy, picture);

        Assert.That(PictureFile.Read(copy).Channel(0).SequenceEqual(picture.Channel(0)), Is.True);
        Assert.That(Directory.GetFiles(folder), Is.EqualTo(new[] { copy }));
    }

    [Test]
    public void Kind_is_told_by_how_the_file_begins_not_by_its_name()
    {
        string path = Path.Combine(folder, "a.png");
        File.WriteAllText(path, "P2 1 1 255 42");

        Assert.That(PictureFile.Read(path).Channel(0)[0], Is.EqualTo(42));
    }

    [TestCase("")]
    [TestCase("P")]
    [TestCase("GIF89a")]
    public void Other_files_are_refused(string contents)
    {
        string path = Path.Combine(folder, "a.gif");
        File.WriteAllText(path, contents);

        Assert.That(
            () => PictureFile.Read(path),
            Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo("neither PNG, PGM nor PPM"));
    }

    [Test]
    public void Writing_replaces_the_file_as_a_whole()
    {
        string path = Path.Combine(folder, "a.png");
        File.WriteAllText(
            path, "something longer than the picture that replaces it, so that nothing of it may remain at the end of the file");

        PictureFile.Write(path, new Picture(1, 1, 1, [5]));

        Assert.That(PictureFile.Read(path).Channel(0)[0], Is.EqualTo(5));
    }

    [Test]
    public void A_link_stays_and_what_it_leads_to_is_written()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("links need a privilege on Windows");
        string target = Path.Combine(folder, "target.png");
        string link = Path.Combine(folder, "link.png");
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(link, target);

        PictureFile.Write(link, new Picture(1, 1, 1, [5]));

        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo(target));
        Assert.That(PictureFile.Read(target).Channel(0)[0], Is.EqualTo(5));
    }

    [Test]
    public void A_pipe_is_written_to_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("no named pipes in folders on Windows");
        string pipe = Path.Combine(folder, "pipe");
        Assert.That(Commands.Run($"mkfifo '{pipe}'").Exit, Is.Zero);
        string copy = Path.Combine(folder, "copy.png");
        var read = Task.Run(() => File.ReadAllBytes(pipe));

        Assert.That(Task.Run(() => PictureFile.Write(pipe, new Picture(1, 1, 1, [5]))).Wait(TimeSpan.FromSeconds(20)));

        Assert.That(read.Wait(TimeSpan.FromSeconds(20)));
        File.WriteAllBytes(copy, read.Result);
        Assert.That(PictureFile.Read(copy).Channel(0)[0], Is.EqualTo(5));
    }

    [Test]
    public void Failed_writing_leaves_nothing_behind()
    {
        string occupied = Path.Combine(folder, "a.png");
        Directory.CreateDirectory(occupied);

        Assert.That(
            () => PictureFile.Write(occupied, new Picture(1, 1, 1, [5])),
            Throws.InstanceOf<IOException>().With.Message.StartsWith($"'{occupied}' cannot be written: "));
        Assert.That(Directory.GetFileSystemEntries(folder), Is.EqualTo(new[] { occupied }));
    }

    internal static string Photograph()
    {
        string at = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(at, "ReferenceConv.sln")))
            at = Path.GetDirectoryName(at)!;

        return Path.Combine(at, "docs", "images", "ascent-512.png");
    }
}
