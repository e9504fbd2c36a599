using System.Collections.Immutable;

namespace ReferenceConv.SpecTests.Fast.Kernels;

/// <summary>What the compiler made of one method, as it lists it: heading, remarks, labels and instructions.</summary>
internal sealed class TileListing
{
    private const string Heading = "; Assembly listing for method ";
    private const string Room = "ReferenceConv.Fast.Kernels.";

    private readonly ImmutableArray<string> lines;
    private readonly ImmutableArray<string> instructions;

    private TileListing(IEnumerable<string> lines)
    {
        this.lines = [.. lines.Select(static line => line.Trim())];
        instructions =
            [.. this.lines.Where(static line => line.Length > 0 && line[0] != ';' && !line.StartsWith("G_M", StringComparison.Ordinal))];
        MultiplyAdds = [.. instructions.Where(IsMultiplyAdd)];
        int first = Array.FindIndex([.. instructions], IsMultiplyAdd);
        Pass = first < 0 ? [] : instructions[first..(Array.FindLastIndex([.. instructions], IsMultiplyAdd) + 1)];
    }

    /// <summary>The method, without the namespace of the kernels.</summary>
    public string Method => lines[0][Heading.Length..].Replace(Room, "", StringComparison.Ordinal);

    /// <summary>The fused multiply-adds of the whole method.</summary>
    public ImmutableArray<string> MultiplyAdds { get; }

    /// <summary>The registers that the fused multiply-adds write.</summary>
    public IEnumerable<string> Sums =>
        MultiplyAdds.Select(static instruction => instruction.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[1]);

    /// <summary>From the first fused multiply-add to the last: one pass of the inner loop, if nothing jumps in between.</summary>
    public ImmutableArray<string> Pass { get; }

    /// <summary>Calls of other methods, anywhere.</summary>
    public IEnumerable<string> Calls => instructions.Where(static instruction => instruction.StartsWith("call", StringComparison.Ordinal));

    /// <summary>Jumps within the pass.</summary>
    public IEnumerable<string> JumpsInPass => Pass.Where(static instruction => instruction[0] == 'j');

    /// <summary>
    /// Instructions of the pass that reach into the stack: by its pointer, and by the frame's if the frame is addressed by that.
    /// </summary>
    public IEnumerable<string> StackInPass
    {
        get
        {
            bool hasFramePointer = lines.Contains("; rbp based frame");
            return Pass.Where(instruction =>
                instruction.Contains("rsp", StringComparison.Ordinal)
                    || (hasFramePointer && instruction.Contains("rbp", StringComparison.Ordinal)));
        }
    }

    /// <summary>All listings of a file.</summary>
    public static IEnumerable<TileListing> Read(string file)
    {
        string[] all = File.ReadAllLines(file);
        int[] headings = [.. Enumerable.Range(0, all.Length).Where(l => all[l].StartsWith(Heading, StringComparison.Ordinal))];
        for (int h = 0; h < headings.Length; h++)
            yield return new TileListing(all[headings[h]..(h + 1 < headings.Length ? headings[h + 1] : all.Length)]);
    }

    private static bool IsMultiplyAdd(string instruction) => instruction.StartsWith("vfmadd", StringComparison.Ordinal);
}
