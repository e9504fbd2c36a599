using System.CommandLine;
using System.CommandLine.Parsing;

namespace ReferenceConv.Cli;

/// <summary>Options that make no sense together.</summary>
internal static class ExclusiveOptions
{
    /// <summary>Has a verb refuse one option beside any of the others.</summary>
    public static void Refuse(Command verb, Option one, params Option[] others)
    {
        foreach (Option other in others)
            verb.Validators.Add(result => Refuse(result, one, other));
    }

    private static void Refuse(CommandResult result, Option one, Option other)
    {
        if (result.GetResult(one) is { Implicit: false } && result.GetResult(other) is { Implicit: false })
            result.AddError($"{one.Name} and {other.Name} exclude each other");
    }
}
