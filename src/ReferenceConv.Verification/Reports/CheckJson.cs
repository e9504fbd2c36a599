using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Reports;

/// <summary>Results of a check as JSON; docs/check-json.md describes it.</summary>
public static class CheckJson
{
    /// <summary>Evidence of more elements is left out.</summary>
    public const int MostElements = 1000;

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The document.</summary>
    /// <param name="results">One per number type, one or more.</param>
    /// <param name="more">Further objects by name, such as the coverage of the cases.</param>
    public static string Text(ImmutableArray<CheckResult> results, IReadOnlyDictionary<string, object>? more = null)
    {
        var document = new Dictionary<string, object>
        {
            ["holds"] = results.All(static result => result.Holds),
            ["results"] = results.Select(Result),
            ["untested"] = RuleBook<double>.Untested,
        };
        foreach ((string name, object value) in more ?? ImmutableDictionary<string, object>.Empty)
            document.Add(name, value);
        return JsonSerializer.Serialize(document, Form) + "\n";
    }

    private static object Result(CheckResult result) => new
    {
        result.Holds,
        Stopped = result.IsStopped,
        result.Candidate,
        result.NumberType,
        Claims = Claims(result.Capabilities),
        Plan = new { result.Plan.Seed, result.Plan.Cases, result.Plan.LayerMultiplyAdds, Seconds = result.Plan.Time?.TotalSeconds },
        Cases = result.Cases.Select(static instance => instance.Token),
        result.Layers,
        Rules = result.Tallies.Select(static tally => new
        {
            tally.Rule,
            tally.Level,
            Operator = tally.Operator.Name(),
            tally.Held,
            tally.Broken,
            tally.NotApplicable,
            tally.Unsupported,
            tally.Weak,
            tally.Outputs,
            tally.Margin,
            tally.SmallestFault,
        }),
        Breaks = result.Breaks.Select(broken => Break(broken, result.NumberType)),
        GivenUp = result.GivenUp.Select(static op => op.Name()),
    };

    private static object Claims(Capabilities claims) => new
    {
        Operators = claims.Operators.Select(static op => op.Name()),
        claims.Ranks,
        claims.Borders,
        claims.Groups,
        claims.Dilation,
        claims.Stride,
        claims.AsymmetricPadding,
        claims.Tiles,
        claims.Bias,
        claims.EmptyBatch,
        claims.IsReentrant,
        Class = claims.Exactness.ToString(),
        claims.Padding,
        claims.DataGradientPadding,
        claims.KeepsSubnormals,
        claims.KeepsInfinities,
        claims.PoolingNaN,
        claims.RefusesInvalid,
        OneByOne = OneByOne(claims),
    };

    /// <summary>What is claimed of single operators, if that is not the same for all.</summary>
    private static Dictionary<string, object>? OneByOne(Capabilities claims) =>
        claims.Operators.All(op => ReferenceEquals(claims.For(op), claims))
        ? null
        : claims.Operators.ToDictionary(static op => op.Name(), op => Claims(claims.For(op)));

    private static object Break(Break broken, string numberType) => new
    {
        broken.Rule,
        broken.Level,
        broken.BrokenRule,
        Operator = broken.Smallest.Operator.Name(),
        broken.CaseNumber,
        Path = broken.Name,
        First = broken.First.Geometry.ToString(),
        Smallest = broken.Smallest.Geometry.ToString(),
        broken.Smallest.Seed,
        broken.Smallest.Flag,
        broken.Finding.Fault,
        broken.Hint,
        broken.Trigger,
        Token = ReplayToken.Of(broken, numberType)?.ToString(),
        Repeatable = broken.IsRepeatable,
        Evidence = broken.Finding.Evidence is { } evidence && Elements(evidence) <= MostElements ? Numbers(evidence) : null,
    };

    private static int Elements(Evidence evidence) => evidence.Operands.Inputs.Sum(static input => input.Length) + evidence.Expected.Length;

    private static object Numbers(Evidence evidence) => new
    {
        Inputs = evidence.Operands.Inputs.Zip(
            evidence.Operands.Signature.Inputs, static (numbers, shape) => new { shape.Name, shape.Sizes, Numbers = numbers }),
        Result = new { evidence.Operands.Signature.Result.Name, evidence.Operands.Signature.Result.Sizes },
        evidence.Expected,
        Actual = evidence.Actual.Select(static number => NumberText.IsUnwritten(number) ? (object)"unwritten" : number),
        evidence.Tolerance,
        evidence.First,
        evidence.Wrong,
    };
}
