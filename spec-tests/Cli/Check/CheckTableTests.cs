using System.Collections.Immutable;
using NUnit.Framework;
using ReferenceConv.Cli.Check;
using ReferenceConv.SpecTests.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;
using Spectre.Console;

namespace ReferenceConv.SpecTests.Cli.Check;

public sealed class CheckTableTests
{
    [Test]
    public void Eight_operators_fit_80_columns_with_margin_and_sees_below()
    {
        string[][] parts = Parts(ConvolutionOperators.All, broken: 11, width: 80);

        Assert.That(parts, Has.Length.EqualTo(2));
        Assert.That(parts[0][0], Is.EqualTo("float32                 y  dx  dw  db max dmax avg davg"));
        Assert.That(parts[0][1], Is.EqualTo("structure             ✗11 ✗11 ✗11 ✗11 ✗11  ✗11 ✗11  ✗11"));
        Assert.That(parts[1][0], Is.EqualTo("float32               margin  sees"));
        Assert.That(parts[1][4], Is.EqualTo("real numbers            0.50  8 of 2,488 weak, ≥ 1.2E-05"));
        Assert.That(parts.SelectMany(static part => part).Select(static line => line.Length), Has.All.LessThanOrEqualTo(80));
    }

    [Test]
    public void Eight_operators_stand_side_by_side_where_there_is_room()
    {
        string[][] parts = Parts(ConvolutionOperators.All, broken: 11, width: 100);

        Assert.That(parts, Has.Length.EqualTo(1));
        Assert.That(parts[0][4], Is.EqualTo("real numbers          ✗11 ✗11 ✗11 ✗11 ✗11  ✗11 ✗11  ✗11   0.50  8 of 2,488 weak, ≥ 1.2E-05"));
    }

    [Test]
    public void Three_operators_are_one_table() =>
        Assert.That(Parts(ConvolutionOperators.Trilinear, broken: 11, width: 80), Has.Length.EqualTo(1));

    [Test]
    public void No_line_is_wider_than_80_columns_however_much_was_asked()
    {
        string[][] parts = Parts(ConvolutionOperators.All, broken: 1_000_000, width: 80);

        Assert.That(parts, Has.Length.EqualTo(2));
        Assert.That(parts[1][0], Does.StartWith("float32").And.Contain("davg").And.Contain("margin  sees"));
        Assert.That(parts.SelectMany(static part => part).Select(static line => line.Length), Has.All.LessThanOrEqualTo(80));
    }

    private static string[][] Parts(ImmutableArray<ConvolutionOperator> operators, int broken, int width)
    {
        var result = new CheckResult("wrong", "float32", Answers<float>.Everything with { Operators = operators }, new CheckPlan())
        {
            Cases = [],
            Layers = [],
            Tallies =
            [
                .. from rule in RuleBook<float>.All
                   from op in operators
                   select new Tally(
                       rule.Name, rule.Level, op) { Held = 300, Broken = broken, Weak = 1, Margin = 0.5, SmallestFault = 1.2e-5 },
            ],
            Breaks = [],
            GivenUp = [],
        };
        return [.. CheckTable.Of(result, width).Select(part => Lines(part, width))];
    }

    private static string[] Lines(Table part, int width)
    {
        using var output = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(part);
        return [.. output.ToString().TrimEnd().Split('\n').Select(static line => line.TrimEnd())];
    }
}
