using System.CommandLine;

namespace ReferenceConv.Cli;

/// <summary><c>refconv</c>: one file per verb.</summary>
public static class Program
{
    /// <summary>Exit code 0: all holds; 1: something differs; 2: bad use, told in one line.</summary>
    public static int Main(string[] args)
    {
        var root = new RootCommand("The convolution people can trust: verify it, explain it, filter a photograph with it.");
        return root.Parse(args).Invoke();
    }
}
