using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace ReferenceConv.SpecTests.Witnesses;

/// <summary>
/// The library compiled with one fault in it, and loaded beside the right one: the verification and these tests are loaded a second time
/// and bound to the faulty library, so that the witnesses run unchanged.
/// </summary>
internal sealed class FaultyLibrary : AssemblyLoadContext
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; " +
        "global using System.Threading; global using System.Threading.Tasks;";

    private static readonly string LibraryName = typeof(IConvolution<>).Assembly.GetName().Name!;
    private static readonly Assembly[] BoundAnew = [typeof(ReferenceConv.Verification.Laws.Law).Assembly, typeof(FaultyLibrary).Assembly];

    private readonly string library;

    private FaultyLibrary(string library)
        : base(isCollectible: true) => this.library = library;

    /// <summary>Compiles the library with the fault (none: as it is) and runs the witnesses of these names against it.</summary>
    /// <returns>The names of those that noticed something.</returns>
    public static IReadOnlyList<string> Ask(string sources, Fault? fault, string[] witnesses)
    {
        string folder = Directory.CreateTempSubdirectory("faulty-").FullName;
        try
        {
            var context = new FaultyLibrary(Compile(sources, fault, folder));
            Assembly here = context.LoadFromAssemblyPath(typeof(FaultyLibrary).Assembly.Location);
            MethodInfo ask = here.GetType(typeof(WitnessStand).FullName!)!.GetMethod(nameof(WitnessStand.WhoNotices))!;
            var noticed = (string[])ask.Invoke(null, [witnesses])!;
            context.Unload();
            return noticed;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == LibraryName)
        {
            using var image = new MemoryStream(File.ReadAllBytes(library));
            return LoadFromStream(image);
        }

        Assembly? anew = BoundAnew.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name);
        return anew is null ? null : LoadFromAssemblyPath(anew.Location);
    }

    private static string Compile(string sources, Fault? fault, string folder)
    {
        string output = Path.Combine(folder, LibraryName + ".dll");
        var arguments = new List<string>
        {
            "-nologo", "-target:library", "-optimize+", "-unsafe", "-nullable:enable", "-langversion:latest", "-nostdlib", $"-out:\"{output}\"",
        };
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        arguments.AddRange(platform.Split(Path.PathSeparator).Where(IsReference).Select(static path => $"-reference:\"{path}\""));

        string usings = Path.Combine(folder, "ImplicitUsings.cs");
        File.WriteAllText(usings, ImplicitUsings);
        arguments.Add($"\"{usings}\"");
        foreach (string path in Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(sources, path).Replace('\\', '/');
            if (relative.StartsWith("obj/", StringComparison.Ordinal) || relative.StartsWith("bin/", StringComparison.Ordinal))
                continue;
            string compiled = path;
            if (relative == fault?.File)
            {
                compiled = Path.Combine(folder, "Faulty.cs");
                File.WriteAllText(compiled, fault.PlantIn(File.ReadAllText(path)));
            }

            arguments.Add($"\"{compiled}\"");
        }

        string response = Path.Combine(folder, "arguments.rsp");
        File.WriteAllLines(response, arguments);
        RunCompiler(response);
        return output;
    }

    /// <summary>All the platform and package assemblies, but not the library itself.</summary>
    private static bool IsReference(string path) => !Path.GetFileName(path).StartsWith("ReferenceConv", StringComparison.Ordinal);

    private static void RunCompiler(string response)
    {
        string compiler = typeof(FaultyLibrary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static metadata => metadata.Key == "CSharpCompiler").Value!;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { compiler, "@" + response } };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(output);
    }
}
