using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NUnit.Framework;
using ReferenceConv.Fast;

namespace ReferenceConv.SpecTests.Fast.Kernels;

/// <summary>
/// The generic micro-kernel compiles to what was meant: read from the compiler's own listing, in a child process that computes one
/// convolution per tile.
/// </summary>
public sealed class CompiledTileTests
{
    private const string Source = "src/ReferenceConv/Fast/Kernels/MicroKernel.cs";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);   // of a child that needs less than a second, on a busy machine

    private TileListing[] wide = [];
    private TileListing[] narrow = [];

    [OneTimeSetUp]
    public void Watch_the_compiler()
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64 || !Fma.IsSupported)
            Assert.Ignore("this processor has no fused multiply-adds of x64 to look for");
        (wide, narrow) = (Listings(), Listings("DOTNET_EnableAVX512"));   // 256 bits must do with 16 registers
    }

    [Test]
    public void The_sums_of_a_tile_stay_in_registers([ValueSource(typeof(Tile), nameof(Tile.All))] Tile tile)
    {
        TileListing listing = ListingOf(tile);

        Assert.That(listing.MultiplyAdds, Has.Length.EqualTo(tile.Sums), "one fused multiply-add for each sum");
        Assert.That(listing.Sums, Is.Unique.And.All.StartsWith(tile.RegisterName), "each into a register of its own");
        Assert.That(listing.StackInPass, Is.Empty, "nothing is put away meanwhile");
        Assert.That(listing.JumpsInPass, Is.Empty, "all in one pass, without a test in between");
        Assert.That(listing.Calls, Is.Empty, "everything is inlined");
    }

    [Test]
    public void One_source_serves_every_width()
    {
        Assert.That(Tile.All.Select(static tile => tile.Width).Distinct().Count(), Is.GreaterThan(1));
        foreach (Tile tile in Tile.All.Where(static tile => IsInRegisters(tile.Width)))
            Assert.That(ListingOf(tile).Method, Does.StartWith("MicroKernel`4[").And.EndWith(":Run(byref) (FullOpts)"), tile.ToString());

        Assert.That(
            Repository.SourceFiles.Where(static file => Path.GetFileName(file) == Path.GetFileName(Source)), Is.EqualTo(new[] { Source }));
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, Source)), Does.Not.Match(@"Vector\d|Lanes\d"), "and knows none of them");
    }

    private static bool IsInRegisters(VectorWidth width) => width switch
    {
        VectorWidth.Bits512 => Vector512.IsHardwareAccelerated,
        _ => Vector256.IsHardwareAccelerated,
    };

    /// <summary>What the compiler lists in a child process, for a processor without some of its instructions.</summary>
    private static TileListing[] Listings(params string[] withheld)
    {
        string file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet", [typeof(TileHost).Assembly.Location]);
            start.Environment["DOTNET_JitDisasm"] = "Run";
            start.Environment["DOTNET_JitStdOutFile"] = file;
            foreach (string instructions in withheld)
                start.Environment[instructions] = "0";
            using Process child = Process.Start(start)!;
            if (!child.WaitForExit(Patience))
                child.Kill();
            child.WaitForExit();
            Assert.That(child.ExitCode, Is.Zero, "the child's exit code");
            return [.. TileListing.Read(file)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private TileListing ListingOf(Tile tile)
    {
        if (!IsInRegisters(tile.Width))
            Assert.Ignore($"this processor has no registers of {(int)tile.Width} bits");
        TileListing[] listings = tile.Width == VectorWidth.Bits512 ? wide : narrow;
        TileListing[] found = [.. listings.Where(listing => listing.Method.StartsWith(tile.Kernel + ":Run(", StringComparison.Ordinal))];
        string methods = string.Join("\n", listings.Select(static listing => listing.Method));
        Assert.That(found, Has.Length.EqualTo(1), $"one listing of {tile.Kernel} among {methods}");
        return found[0];
    }
}
