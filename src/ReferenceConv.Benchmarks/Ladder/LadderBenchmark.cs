using System.Collections.Immutable;
using System.CommandLine;
using MathNet.Numerics;

namespace ReferenceConv.Benchmarks.Ladder;

/// <summary><c>ladder</c>: what each rung of the fast path is worth.</summary>
internal static class LadderBenchmark
{
    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Write all numbers to this file too.", HelpName = "FILE" };
        json.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Directory.Exists: false } file)
                result.AddError($"--json must be in a folder that exists, was '{file}'");
        });
        var command =
            new Command("ladder", "From seven loops to the fast path, each rung beside the rung below, float; under a minute.") { json };
        command.SetAction(result => Run(result.GetValue(json)));
        return command;
    }

    private static void Run(FileInfo? json)
    {
        Control.UseSingleThread();   // MathNet's product, as every rung but the last
        ImmutableArray<LadderRow> ladder = Climb.Measure(Rung.All, LadderLayers.Plain);
        LadderTable.WriteLadder(Console.Out, ladder, LadderLayers.Plain);
        ImmutableArray<LadderRow> special = Climb.Measure([Rung.Implicit, Rung.SpecialShapes], LadderLayers.Special);
        LadderTable.WriteSpecial(Console.Out, special, LadderLayers.Special);
        if (json is not null)
            LadderJson.Write(json, ladder, special);
    }
}
