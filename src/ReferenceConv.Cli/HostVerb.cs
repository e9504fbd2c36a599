using System.CommandLine;
using ReferenceConv.Verification.Candidates.Native;
using ReferenceConv.Verification.Candidates.Native.Child;

namespace ReferenceConv.Cli;

/// <summary><c>refconv host</c>: the child process of a native candidate. Started by <c>refconv</c> itself and by nobody else.</summary>
public static class HostVerb
{
    private const string Name = "host";

    /// <summary>How this program is started as a child.</summary>
    public static ChildCommand Command { get; } = Environment.ProcessPath switch
    {
        { } program when IsNamed(program, "refconv") => new(program, Name),
        { } program when IsNamed(program, "dotnet") => new(program, "exec", typeof(HostVerb).Assembly.Location, Name),
        _ => new("dotnet", "exec", typeof(HostVerb).Assembly.Location, Name),
    };

    /// <summary>The verb, which no help shows.</summary>
    public static Command Create()
    {
        var library = new Argument<string>("LIBRARY");
        var questions = new Argument<int>("QUESTIONS");
        var answers = new Argument<int>("ANSWERS");
        var verb = new Command(Name) { library, questions, answers };
        verb.Hidden = true;
        verb.SetAction(parsed => LibraryHost.Run(
            parsed.GetRequiredValue(library), parsed.GetRequiredValue(questions), parsed.GetRequiredValue(answers)));
        return verb;
    }

    private static bool IsNamed(string program, string name) => Path.GetFileNameWithoutExtension(program) == name;
}
