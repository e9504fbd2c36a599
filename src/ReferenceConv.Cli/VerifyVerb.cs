using System.Collections.Immutable;
using System.CommandLine;
using ReferenceConv.Cli.Verify;
using ReferenceConv.Fast;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.Cli;

/// <summary><c>refconv verify</c>: the fast path against the scalar one over the layers of real networks, then the laws.</summary>
public static class VerifyVerb
{
    /// <summary>The verb for the fast path on one thread, as several trials run at once, and all laws.</summary>
    public static Command Create() => Create(new FastConvolution<float>(), LawBook.All);

    /// <summary>The verb for any convolution.</summary>
    /// <param name="candidate">Who is compared with the scalar reference; called from several threads at once.</param>
    /// <param name="laws">What is to hold for every case.</param>
    public static Command Create(IConvolution<float> candidate, ImmutableArray<Law> laws)
    {
        var quick = new Option<bool>("--quick") { Description = "Smaller images and structure fills only: some seconds." };
        var full = new Option<bool>("--full") { Description = "The papers' image sizes (U-Net: a 188² tile): some minutes." };
        var network = new Option<string?>("--network") { HelpName = "NAME", Description = "Only this network, without the laws." };
        var layer = new Option<string?>("--layer") { HelpName = "NAME", Description = "Only layers of this name, without the laws." };
        var seed = new Option<ulong>("--seed")
        {
            HelpName = "N",
            Description = "Selects numbers and cases.",
            DefaultValueFactory = static _ => 1,
            CustomParser = NumberOption.Seed
        };
        var json =
            new Option<FileInfo?>("--json") { HelpName = "FILE", Description = "Also writes every verdict to FILE (docs/verify-json.md)." };
        var replay = new Option<string?>("--replay") { HelpName = "TOKEN", Description = "Only this small case: all operators and laws." };

        var verb = new Command(
            "verify", "Compares the fast path with the scalar reference, every output, over seven networks; then checks the laws.")
        {
            quick, full, network, layer, seed, json, replay,
        };
        ExclusiveOptions.Refuse(verb, quick, full);
        ExclusiveOptions.Refuse(verb, replay, quick, full, network, layer, seed, json);

        verb.SetAction((parsed, cancellation) =>
        {
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(replay) is { } token)
                return Task.FromResult(VerifyReplay.Run(terminal, candidate, laws, ConvolutionCase.Parse(token)));

            var run = new VerifyRun(candidate, parsed.GetValue(quick) ? Effort.Quick : parsed.GetValue(full)
                ? Effort.Full
                : Effort.Standard, parsed.GetValue(seed));
            var choice = new LayerChoice(parsed.GetValue(network), parsed.GetValue(layer));
            return run.Run(terminal, choice, choice.IsEverything ? laws : [], parsed.GetValue(json), cancellation);
        });
        return verb;
    }
}
