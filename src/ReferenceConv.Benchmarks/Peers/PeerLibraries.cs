using System.Runtime.InteropServices;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>
/// Finds the native libraries: where an environment variable says, where install-peers.sh puts them, or where the system has them.
/// </summary>
internal static class PeerLibraries
{
    /// <summary>How to get what is missing.</summary>
    public const string HowToInstall = "run src/ReferenceConv.Benchmarks/install-peers.sh";

    private const string OnnxRuntimeVariable = "REFCONV_ONNXRUNTIME";
    private const string OneDnnVariable = "REFCONV_ONEDNN";
    private const string OneDnnFile = "libdnnl.so.2";

    /// <summary>Path of ONNX Runtime's library, or null.</summary>
    public static string? OnnxRuntime()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return Environment.GetEnvironmentVariable(OnnxRuntimeVariable)
            ?? Find("libonnxruntime.so*").FirstOrDefault(path => path.Contains($"/linux/{architecture}/", StringComparison.Ordinal));
    }

    /// <summary>Path or name of oneDNN's library, or null.</summary>
    public static string? OneDnn() =>
        Environment.GetEnvironmentVariable(OneDnnVariable)
        ?? Find(OneDnnFile).FirstOrDefault()
        ?? (NativeLibrary.TryLoad(OneDnnFile, out _) ? OneDnnFile : null);

    private static IEnumerable<string> Find(string pattern)
    {
        string cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        string folder = Path.Combine(cache, "referenceconv-peers");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories) : [];
    }
}
