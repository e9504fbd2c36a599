using NUnit.Framework;

namespace ReferenceConv.SpecTests;

/// <summary>A page of the documentation that a test writes.</summary>
internal static class Page
{
    private const string WriteDocs = "REFCONV_WRITE_DOCS";

    /// <summary>Whether pages are to be written, not only compared.</summary>
    public static bool IsWritten => Environment.GetEnvironmentVariable(WriteDocs) == "1";

    /// <summary>Asserts that docs/<paramref name="name"/> is this text; with <c>REFCONV_WRITE_DOCS=1</c> writes it first.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="text">What it must say.</param>
    /// <param name="relevant">Takes away what may differ from machine to machine; nothing if left out.</param>
    public static void Check(string name, string text, Func<string, string>? relevant = null)
    {
        relevant ??= static page => page;
        string file = FileOf(name);
        if (IsWritten)
            File.WriteAllText(file, text);

        Assert.That(
            File.Exists(file) && relevant(File.ReadAllText(file)) == relevant(text),
            $"docs/{name} is not what the tests say; write it with: {WriteDocs}=1 dotnet test -c Release spec-tests --filter {TestContext.CurrentContext.Test.MethodName}");
    }

    /// <summary>The lines of docs/<paramref name="name"/> as it stands; none if it does not.</summary>
    public static string[] Lines(string name) => File.Exists(FileOf(name)) ? File.ReadAllLines(FileOf(name)) : [];

    private static string FileOf(string name) => Path.Combine(Repository.Root, "docs", name);
}
