using System.CommandLine;
using NUnit.Framework;
using ReferenceConv.Cli;

namespace ReferenceConv.SpecTests.Cli;

public sealed class ProgramTests
{
    [Test]
    public void What_nobody_foresaw_gets_one_line_and_an_exit_code_of_its_own()
    {
        (int exit, string error) = Run(new InvalidOperationException("Sequence contains\nno elements"));

        Assert.That(error, Is.EqualTo("refconv: internal error: InvalidOperationException: Sequence contains no elements\n"));
        Assert.That(exit, Is.EqualTo(70).And.Not.AnyOf(Program.Holds, Program.Differs, Program.BadUse, Program.TooLittle));
    }

    [Test]
    public void What_the_use_can_cause_is_no_internal_error()
    {
        Assert.That(Run(new ArgumentException("stride must be ≥ 1, was 0")), Is.EqualTo((2, "refconv: stride must be ≥ 1, was 0\n")));
        Assert.That(Run(new InsufficientMemoryException()), Is.EqualTo((2, "refconv: not enough memory for these sizes\n")));
        Assert.That(Run(new OperationCanceledException()), Is.EqualTo((130, "refconv: stopped\n")));
    }

    private static (int Exit, string Error) Run(Exception thrown)
    {
        var verb = new Command("fail");
        verb.SetAction(int (_) => throw thrown);
        using StringWriter output = new(), error = new() { NewLine = "\n" };
        return (Program.Run(["fail"], [verb], output, error), error.ToString());
    }
}
