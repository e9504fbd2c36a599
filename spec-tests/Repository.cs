namespace ReferenceConv.SpecTests;

/// <summary>The repository around the running tests: where the solution lies, and which source files are its own.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>ReferenceConv.sln</c>, found by walking up from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// Every C# file of the repository's projects, without what the build generates; paths relative to <see cref="Root"/>, with '/'.
    /// </summary>
    public static IReadOnlyList<string> SourceFiles { get; } =
        [.. new[] { "src", "spec-tests", "property-tests", "docs/examples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)];

    /// <summary>
    /// The file that holds <paramref name="type"/> by convention: folders like the namespace, the name of the outermost type.
    /// </summary>
    public static string SourceOf(Type type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;

        (string root, string folder) = type.Assembly == typeof(Repository).Assembly
            ? (typeof(Repository).Namespace!, "spec-tests")
            : ("ReferenceConv", "src/ReferenceConv");
        string rooms = type.Namespace![root.Length..].Replace('.', '/');
        return $"{folder}{rooms}/{type.Name.Split('`')[0]}.cs";
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ReferenceConv.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"no ReferenceConv.sln above {AppContext.BaseDirectory}");
    }
}
