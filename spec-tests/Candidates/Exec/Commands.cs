using System.Diagnostics;
using NUnit.Framework;

namespace ReferenceConv.SpecTests.Candidates.Exec;

/// <summary>Command lines that speak the protocol.</summary>
internal static class Commands
{
    /// <summary><c>refconv</c>, as the build put it beside the tests.</summary>
    public static string Refconv { get; } = $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "refconv.dll")}'";

    /// <summary>The folder of the examples in Python.</summary>
    public static string Examples { get; } = Path.Combine(Repository.Root, "docs", "examples", "python");

    /// <summary>A python that has numpy; without one the test is ignored.</summary>
    public static string Python()
    {
        foreach (string python in new[] { "python3", "/usr/bin/python3" })
            if (Run($"{python} -c 'import numpy'").Exit == 0)
                return python;
        Assert.Ignore("no python3 with numpy on this machine");
        return "";
    }

    /// <summary>Runs a command line to its end.</summary>
    public static (int Exit, string Output) Run(string command)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        using var process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
