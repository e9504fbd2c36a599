using NUnit.Framework;
using ReferenceConv.Cli;
using ReferenceConv.Verification.Candidates.Native;

namespace ReferenceConv.SpecTests.Candidates.Native;

/// <summary>What is no library that can be asked is refused in one line.</summary>
public sealed class LibraryFileTests
{
    private string file = null!;

    [SetUp]
    public void Name_a_file()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("native candidates need Linux");
        file = Path.GetTempFileName();
    }

    [TearDown]
    public void Delete_it() => File.Delete(file);

    [Test]
    public void A_file_that_is_not_there_is_refused() => Refused<ArgumentException>("no/such.so", "there is no file 'no/such.so'");

    [Test]
    public void A_folder_is_refused() => Refused<ArgumentException>(Path.GetTempPath(), "is a folder");

    [Test]
    public void An_empty_file_is_refused() =>
        Refused<InvalidDataException>(file, "is not a shared library: it does not begin with an ELF header");

    [Test]
    public void A_text_file_is_refused()
    {
        File.WriteAllText(file, "INPUT(-lc), as linker scripts say");
        Refused<InvalidDataException>(file, "is not a shared library: it does not begin with an ELF header");
    }

    [Test]
    public void A_library_for_another_machine_is_refused()
    {
        byte[] header = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, .. new byte[9], 3, 0, 243, 0, .. new byte[44]];
        File.WriteAllBytes(file, header);
        Refused<InvalidDataException>(file, "is a library for another machine (ELF class 2, machine 243)");
    }

    [Test]
    public void A_truncated_library_is_refused()
    {
        using var compiled = CLibrary.Example();
        File.WriteAllBytes(file, File.ReadAllBytes(compiled.Path)[..3000]);
        Refused<InvalidDataException>(file, "cannot be loaded: ");
    }

    [Test]
    public void A_library_without_the_symbols_is_refused()
    {
        using var compiled = CLibrary.From("int convolve(void) { return 0; }");
        Refused<InvalidDataException>(compiled.Path, "exports none of the functions of refconv.h, for example refconv_forward_f32");
    }

    [Test]
    public void A_library_that_needs_what_is_not_there_is_refused_before_it_is_called()
    {
        using var compiled = CLibrary.Forward("missing_function();", "void missing_function(void);");
        Refused<InvalidDataException>(compiled.Path, "undefined symbol: missing_function");
    }

    [Test]
    public void A_library_that_crashes_while_it_is_loaded_is_refused()
    {
        using var compiled = CLibrary.Forward(
            "", "__attribute__((constructor)) static void early(void) { volatile int *volatile nowhere = 0; *nowhere = 1; }");
        Refused<InvalidDataException>(compiled.Path, "cannot be loaded: it crashed (SIGSEGV)");
    }

    [Test]
    public void The_header_and_the_example_compile_without_a_warning()
    {
        using var compiled = CLibrary.Example();   // or is ignored for want of a compiler
        string example = Path.Combine(CLibrary.Examples, "convolution.c");
        Assert.That(CLibrary.Compile("-std=c99", "-Wall", "-Wextra", "-Wconversion", "-pedantic", "-Werror", "-O2", "-shared", "-fPIC",
            "-o", file, example), Is.EqualTo((0, "")));
    }

    [Test]
    public void A_child_that_does_not_start_is_told_in_one_line()
    {
        using var compiled = CLibrary.Example();
        string message = Assert.Throws<InvalidDataException>(
            () => new HostedLibrary(compiled.Path, new ChildCommand("/no/such/program")).Dispose())!.Message;
        Assert.That(message, Does.Contain("cannot be loaded: '/no/such/program' does not start: ").And.Not.Contain("\n"));
    }

    [TestCase("pipe", "")]
    [TestCase("pipe", "link")]
    [CancelAfter(10_000)]
    public void What_is_no_regular_file_is_refused_unopened(string pipe, string link)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("refconv-");
        try
        {
            string path = Path.Combine(folder.FullName, pipe);
            System.Diagnostics.Process.Start("mkfifo", path).WaitForExit();
            if (link.Length > 0)
                path = File.CreateSymbolicLink(Path.Combine(folder.FullName, link), path).FullName;
            Refused<ArgumentException>(path, "is no regular file");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void A_device_is_refused() => Refused<ArgumentException>("/dev/zero", "is no regular file");

    private static void Refused<TException>(string path, string reason)
        where TException : Exception
    {
        string message = Assert.Throws<TException>(() => new HostedLibrary(path, HostVerb.Command).Dispose())!.Message;
        Assert.That(message, Does.Contain(reason).And.Not.Contain("\n"));
    }
}
