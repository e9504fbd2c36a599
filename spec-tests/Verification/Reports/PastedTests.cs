using System.Diagnostics;
using System.Reflection;
using NUnit.Framework;

namespace ReferenceConv.SpecTests.Verification.Reports;

/// <summary>Emitted tests, pasted each into a class of its own with nothing but a field, compiled, and run.</summary>
internal sealed class PastedTests
{
    private readonly Type[] classes;

    private PastedTests(Type[] classes) => this.classes = classes;

    /// <summary>Compiles them with the usings that they ask for.</summary>
    /// <exception cref="InvalidOperationException">The compiler refuses them; its messages.</exception>
    public static PastedTests Compile(string field, IEnumerable<string> tests)
    {
        string[] pasted = [.. tests];
        string[] usings = [.. pasted[0].Split('\n').Where(static line => line.StartsWith("// using", StringComparison.Ordinal)).Select(
            static line => line[3..])];
        string[] types = [.. pasted.Select((test, index) =>
            $"public sealed class Pasted{index}({field}) {{ private readonly {field} = {field.Split(' ')[1]};\n{test}\n}}")];
        string folder = Directory.CreateTempSubdirectory("pasted-").FullName;
        try
        {
            string source = Path.Combine(folder, "Pasted.cs");
            string library = Path.Combine(folder, "Pasted.dll");
            File.WriteAllLines(source, [.. usings, .. types]);
            Compile(source, library);
            var assembly = Assembly.Load(File.ReadAllBytes(library));
            return new PastedTests([.. types.Select((_, index) => assembly.GetType($"Pasted{index}")!)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Whether each passes for an implementation.</summary>
    public bool[] Run(object implementation) => [.. classes.Select(type => Passes(type, implementation))];

    private static bool Passes(Type type, object implementation)
    {
        MethodInfo test = type.GetMethods().Single(static method => method.GetCustomAttribute<TestAttribute>() is not null);
        object instance = Activator.CreateInstance(type, implementation)!;
        Exception? thrown = Assert.Catch(() =>
        {
            test.Invoke(instance, null);
            throw new OperationCanceledException("passed");
        });
        return thrown switch
        {
            OperationCanceledException => true,
            TargetInvocationException { InnerException: AssertionException } => false,
            _ => throw new InvalidOperationException("the test did neither pass nor fail", thrown),
        };
    }

    private static void Compile(string source, string library)
    {
        string compiler = typeof(PastedTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(
            static metadata => metadata.Key == "CSharpCompiler").Value!;
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string response = Path.ChangeExtension(source, "rsp");
        File.WriteAllLines(
            response,
            [
                "-nologo", "-target:library", "-nullable:enable", "-langversion:latest", "-nostdlib", "-warnaserror", $"-out:\"{library}\"", $"\"{source}\"",
                .. platform.Split(Path.PathSeparator).Select(static path => $"-reference:\"{path}\""),
            ]);
        using Process process =
            Process.Start(new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, ArgumentList = { compiler, "@" + response } })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(output);
    }
}
