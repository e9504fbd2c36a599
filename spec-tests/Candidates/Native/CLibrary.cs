using System.Diagnostics;
using NUnit.Framework;
using ReferenceConv.Cli;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Candidates.Native;

namespace ReferenceConv.SpecTests.Candidates.Native;

/// <summary>A shared library compiled from C, in a folder of its own that goes with it.</summary>
internal sealed class CLibrary : IDisposable
{
    private const string Prologue = """
        #define _GNU_SOURCE
        #include "refconv.h"
        #include <fcntl.h>
        #include <signal.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <unistd.h>

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("refconv-");

    private CLibrary(string source)
    {
        Path = System.IO.Path.Combine(folder.FullName, "libtried.so");
        string written = System.IO.Path.Combine(folder.FullName, "tried.c");
        File.WriteAllText(written, source);
        (int code, string said) = Compile("-O1", "-w", "-shared", "-fPIC", "-pthread", "-I", Examples, "-o", Path, written);
        if (code != 0)
            throw new InvalidOperationException(said);
    }

    /// <summary>The header and the example that the project ships.</summary>
    public static string Examples { get; } = System.IO.Path.Combine(Repository.Root, "docs", "examples", "c");

    public string Path { get; }

    /// <summary>The example of the documentation.</summary>
    public static CLibrary Example() => From($"#include \"{System.IO.Path.Combine(Examples, "convolution.c")}\"");

    /// <summary>The example without its checks, and without its claim.</summary>
    public static CLibrary Trusting() => From(
        File.ReadAllText(System.IO.Path.Combine(Examples, "convolution.c"))
            .Replace("if (!is_valid(g))", "if (0)", StringComparison.Ordinal)
            .Replace("refuses-invalid=yes", "", StringComparison.Ordinal));

    /// <summary>Definitions, behind the usual headers.</summary>
    public static CLibrary From(string definitions)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("native candidates need Linux");
        try
        {
            return new CLibrary(Prologue + definitions);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("no C compiler (cc) on PATH");
            throw;
        }
    }

    /// <summary>
    /// A library whose forward operator in float has this body; <c>g, x, w, bias, y</c> are its parameters, <c>X, W, Y</c> the lengths.
    /// </summary>
    public static CLibrary Forward(string body, string before = "") => From($$"""
        static int64_t volume(const int64_t s[3]) { return s[0] * s[1] * s[2]; }
        {{before}}
        int32_t refconv_forward_f32(const refconv_geometry *g, const float *x, const float *w, const float *bias, float *y)
        {
            int64_t X = g->batch * g->in_channels * volume(g->input), Y = g->batch * g->out_channels * volume(g->output);
            int64_t W = g->out_channels * (g->in_channels / g->groups) * volume(g->kernel);
            volatile float seen = 0;
            memset(y, 0, Y * sizeof *y);
            {{body}}
            return 0;
        }
        """);

    /// <summary>A child that has it loaded.</summary>
    public HostedLibrary Host(ChildLimits? limits = null) => new(Path, HostVerb.Command, limits);

    /// <summary>Runs the compiler.</summary>
    /// <returns>Its exit code, and what it says about errors.</returns>
    public static (int Code, string Said) Compile(params string[] arguments)
    {
        using Process compiler = Process.Start(new ProcessStartInfo("cc", arguments) { RedirectStandardError = true })!;
        string said = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        return (compiler.ExitCode, said);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
