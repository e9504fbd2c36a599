using System.Text.RegularExpressions;
using NUnit.Framework;

namespace ReferenceConv.SpecTests.Conventions;

/// <summary>A stranger should find any line from its namespace and its type's name.</summary>
public sealed partial class SourceFileTests
{
    private static readonly string[] NamesThatSayNothing = ["Utils", "Util", "Utilities", "Common", "Helpers", "Helper", "Core", "Misc"];

    [Test]
    public void There_are_source_files_to_look_at() =>
        Assert.That(Repository.SourceFiles,
            Has.Member("src/ReferenceConv/Formulas/Correlation.cs").And.Member("spec-tests/Conventions/SourceFileTests.cs"));

    [Test]
    public void Namespaces_are_folders() =>
        Assert.That(Repository.SourceFiles.Where(file => !NamespaceFits(file, Text(file))), Is.Empty);

    [Test]
    public void Each_file_holds_one_public_type_and_is_named_like_it() =>
        Assert.That(Repository.SourceFiles.Where(file => !TypeFits(file, Text(file))), Is.Empty);

    [Test]
    public void No_folder_and_no_type_has_a_name_that_says_nothing() =>
        Assert.That(Repository.SourceFiles.Where(file => !NameSpeaks(file)), Is.Empty);

    [TestCase("src/ReferenceConv/Formulas/Echo.cs", "namespace ReferenceConv.Formulas;", true)]
    [TestCase("src/ReferenceConv/Echo.cs", "namespace ReferenceConv;", true)]
    [TestCase("src/ReferenceConv/Formulas/Echo.cs", "namespace ReferenceConv;", false)]
    [TestCase("src/ReferenceConv/Echo.cs", "namespace ReferenceConv.Formulas;", false)]
    [TestCase("src/ReferenceConv.Cli/Images/Png.cs", "namespace ReferenceConv.Cli.Images;", true)]
    [TestCase("spec-tests/Formulas/EchoTests.cs", "namespace ReferenceConv.SpecTests.Formulas;", true)]
    [TestCase("docs/examples/csharp/Echo.cs", "namespace Example;", true)]
    [TestCase("docs/examples/csharp/Echo.cs", "namespace ReferenceConv;", false)]
    [TestCase("src/ReferenceConv.Cli/Program.cs", "return 0;", true)]
    [TestCase("src/ReferenceConv/Formulas/Echo.cs", "public class Echo;", false)]
    public void A_namespace_fits_its_folder_or_does_not(string file, string text, bool fits) =>
        Assert.That(NamespaceFits(file, text), Is.EqualTo(fits));

    [TestCase("Echo.cs", "public static class Echo<T>\n    public class Inner", true)]
    [TestCase("Echo.cs", "public readonly record struct Echo(int T);\ninternal sealed class Inner;", true)]
    [TestCase("Echo.Tail.cs", "public static partial class Echo", true)]
    [TestCase("Echo.cs", "public class Echo;\npublic enum Kind", false)]
    [TestCase("Echo.cs", "public sealed class Other", false)]
    [TestCase("Echo.cs", "internal static class Other", false)]
    [TestCase("Echo.cs", "public delegate int Echo(int t);", true)]
    [TestCase("Program.cs", "return 0;", true)]
    public void A_type_fits_its_file_or_does_not(string file, string text, bool fits) =>
        Assert.That(TypeFits(file, text), Is.EqualTo(fits));

    [TestCase("src/ReferenceConv/Formulas/Echo.cs", true)]
    [TestCase("src/ReferenceConv/Utils/Echo.cs", false)]
    [TestCase("src/ReferenceConv.Core/Echo.cs", false)]
    [TestCase("src/ReferenceConv/Formulas/EchoHelper.cs", false)]
    [TestCase("src/ReferenceConv/Formulas/Score.cs", true)]
    public void A_name_speaks_or_does_not(string file, bool speaks) => Assert.That(NameSpeaks(file), Is.EqualTo(speaks));

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>A file that declares no type needs no namespace: it is a program, or says something about the assembly.</summary>
    private static bool NamespaceFits(string file, string text)
    {
        string[] folders = file.Split('/')[..^1];
        string[] expected = folders switch
        {
            ["src", .. string[] rooms] => rooms,
            ["spec-tests", .. string[] rooms] => ["ReferenceConv.SpecTests", .. rooms],
            ["property-tests", .. string[] rooms] => ["ReferenceConv.PropertyTests", .. rooms],
            ["docs", "examples", ..] => ["Example"],
            _ => folders,
        };
        Match declared = Namespace().Match(text);
        return declared.Success ? declared.Groups["name"].Value == string.Join('.', expected) : !TopLevelType().IsMatch(text);
    }

    /// <summary>The file's name is its only public type's; without one, the name of one of its internal types.</summary>
    private static bool TypeFits(string file, string text)
    {
        ILookup<bool, string> types =
            TopLevelType().Matches(text).ToLookup(type => type.Groups["public"].Success, type => type.Groups["name"].Value);
        string[] named = [.. types[true].Distinct()];
        if (named is [])
            named = [.. types[false]];
        else if (named.Length > 1)
            return false;
        return named is [] || named.Contains(Path.GetFileName(file).Split('.')[0]);
    }

    private static bool NameSpeaks(string file)
    {
        string[] parts = file[..^".cs".Length].Split('/', '.');
        return !parts.Intersect(NamesThatSayNothing).Any()
            && !NamesThatSayNothing.Any(name => parts[^1].EndsWith(name, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    /// <summary>A type declared at the left margin.</summary>
    [GeneratedRegex(@"^(?! )((?<public>public)|internal|file|static|sealed|abstract|readonly|ref|unsafe|partial| )*\b(class|interface|enum|record struct|record class|record|struct|delegate [\w<>\[\]?,]+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
