using System.CommandLine;
using ReferenceConv.Cli.Check;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Schedules;

namespace ReferenceConv.Cli;

/// <summary><c>refconv check</c>: somebody's convolution against the rules.</summary>
public static class CheckVerb
{
    private const int MostCases = 1_000_000;
    private const int MostSeconds = 86_400;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var native = new Option<FileInfo?>("--native") { HelpName = "LIB", Description = "A shared library (docs/examples/c/refconv.h)." };
        var exec = new Option<string?>("--exec") { HelpName = "CMD", Description = "A command (docs/protocol.md)." };
        var rung = new Option<string?>("--rung") { HelpName = "NAME", Description = "One of this project: scalar, im2col or fast." };
        var type = new Option<string?>("--type") { HelpName = "TYPE", Description = "Only float32 or float64." };
        var operators =
            new Option<string[]>("--operator") { HelpName = "NAME", Description = "Only this, such as weight-gradient; repeatable." };
        Option<string?> words = ClaimOptions.Words();
        Option<string?> exactness = ClaimOptions.Exactness();
        Option<string?> padding = ClaimOptions.Padding();
        Option<string?> gradientPadding = ClaimOptions.GradientPadding();
        Option<string?> subnormals = ClaimOptions.Subnormals();
        var cases = new Option<int?>("--cases")
        {
            HelpName = "N",
            Description = $"How many small cases, {CheckSchedule.DefaultCount:N0} unless said otherwise.",
            CustomParser = static result => NumberOption.Within("cases", 1, MostCases)(result),
        };
        var thorough = new Option<bool>("--thorough") { Description = "Some minutes instead of one: also every three features of a case." };
        var time = new Option<int?>("--time")
        {
            HelpName = "S",
            Description = "Ends the check after S seconds, between two cases.",
            CustomParser = static result => NumberOption.Within("time", 1, MostSeconds)(result)
        };
        var timeout = new Option<int>("--timeout")
        {
            HelpName = "S",
            Description = "The longest one call may take.",
            DefaultValueFactory = static _ => 10,
            CustomParser = NumberOption.Within("timeout", 1, MostSeconds)
        };
        var memory = new Option<int>("--memory")
        {
            HelpName = "MB",
            Description = "The most memory it may take.",
            DefaultValueFactory = static _ => 2048,
            CustomParser = NumberOption.Within("memory", 16, 1_000_000)
        };
        var seed = new Option<ulong>("--seed")
        {
            HelpName = "N",
            Description = "Selects numbers and cases.",
            DefaultValueFactory = static _ => 1,
            CustomParser = NumberOption.Seed
        };
        var json =
            new Option<FileInfo?>("--json") { HelpName = "FILE", Description = "Also writes all that is found (docs/check-json.md)." };
        var replay = new Option<string?>("--replay") { HelpName = "TOKEN", Description = "Only the case of this token." };

        var verb = new Command("check", "Checks your convolution. Exit code 0: right, 1: wrong, 2: bad use, 3: too little judged.")
        {
            native, exec, rung, type, operators, words, exactness, padding, gradientPadding, subnormals, cases, thorough, time, timeout, memory, seed, json, replay,
        };
        ExclusiveOptions.Refuse(verb, replay, cases, thorough, time, seed, json);
        verb.SetAction(async (parsed, cancellation) =>
        {
            Claims claims = Claims.Parse(
                parsed.GetValue(type),
                parsed.GetValue(operators) ?? [],
                parsed.GetValue(words),
                parsed.GetValue(exactness),
                parsed.GetValue(padding),
                parsed.GetValue(gradientPadding),
                parsed.GetValue(subnormals));
            using CandidateByType candidate = CandidateSource.Open(
                parsed.GetValue(native),
                parsed.GetValue(exec),
                parsed.GetValue(rung),
                claims,
                TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                parsed.GetValue(memory) * 1_000_000L);
            string again = Again(parsed, native, exec, rung, words, exactness, padding, gradientPadding, subnormals, timeout, memory);
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(replay) is { } token)
                return CheckReplay.Run(terminal, candidate, token, again);

            CheckPlan plan = (parsed.GetValue(thorough) ? CheckPlan.Thorough : new CheckPlan()) with
            {
                Seed = parsed.GetValue(seed),
                Time = parsed.GetValue(time) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            };
            if (parsed.GetValue(cases) is { } count)
                plan = plan with { Cases = count };
            var call = TimeSpan.FromSeconds(parsed.GetValue(timeout));
            return await CheckSession.Run(terminal, candidate, plan, again, parsed.GetValue(json), call, cancellation);
        });
        return verb;
    }

    /// <summary>The command line that brings the same candidate with the same claims and limits, for a token to follow.</summary>
    private static string Again(ParseResult parsed, params ReadOnlySpan<Option> options)
    {
        var words = new List<string> { "refconv check" };
        foreach (Option option in options)
            if (parsed.GetResult(option) is { Implicit: false } given)
                words.Add($"{option.Name} {Quoted(given.Tokens[0].Value)}");
        return string.Join(' ', words);
    }

    private static string Quoted(string word) =>
        word.All(static letter => char.IsLetterOrDigit(letter) || "./_-:,=".Contains(letter)) ? word : $"'{word.Replace("'", "'\\''")}'";
}
