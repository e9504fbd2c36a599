using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReferenceConv.Verification.Runs;

namespace ReferenceConv.Cli.Verify;

/// <summary>The result as JSON; docs/verify-json.md describes it.</summary>
internal static class VerifyJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The document.</summary>
    public static string Text(VerifyResult result) => JsonSerializer.Serialize(Content(result), Form) + "\n";

    private static object Content(VerifyResult result) => new
    {
        result.Holds,
        result.Seed,
        Effort = result.Effort.Name,
        result.Refusal,
        Networks =
            from both in result.Trials.Zip(result.Verdicts)
            group both by both.First.Layer.Network into network
            select new
            {
                network.Key.Name,
                network.Key.Source,
                Layers =
                    from both in network
                    group both by both.First.Layer into layer
                    orderby layer.Key.Network.Layers.IndexOf(layer.Key.Layer)
                    select new
                    {
                        layer.Key.Layer.Name,
                        layer.Key.Layer.Repeats,
                        Paper = layer.Key.Layer.Geometry.ToString(),
                        Comparisons = layer.Select(static both => Comparison(both.First, both.Second)),
                    },
            },
        Counterexamples = result.Counterexamples.Where(static found => found.Value is not null).Select(static found => new
        {
            found.Key.Operator,
            found.Key.Fill,
            found.Value!.Case?.Token,
            Geometry = found.Value.Case?.Geometry.ToString(),
            found.Value.Fault,
        }),
        Laws = result.Laws.Zip(result.BrokenLaws, (law, broken) => new
        {
            law.Name,
            Cases = result.Effort.CasesPerLaw,
            Holds = broken is null,
            broken?.Fault,
            broken?.Case?.Token,
            Geometry = broken?.Case?.Geometry.ToString(),
        }),
    };

    private static object Comparison(Trial trial, Verdict verdict) => new
    {
        Operator = trial.OperatorName,
        trial.Fill,
        Geometry = trial.Geometry.ToString(),
        verdict.Outcome,
        verdict.Outputs,
        Fault = verdict.Fault(trial.Geometry, trial.Operator),
    };
}
