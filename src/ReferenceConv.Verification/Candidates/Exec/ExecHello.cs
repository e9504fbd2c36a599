using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Files;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>How a command introduces itself: the answer to <c>hello</c>, as docs/protocol.md describes it.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Types">float32, float64 or both.</param>
/// <param name="Capabilities">What it claims.</param>
public sealed record ExecHello(string Name, ImmutableArray<string> Types, Capabilities Capabilities)
{
    /// <summary>The version of the protocol that is spoken here.</summary>
    public const int Protocol = 1;

    private static readonly string[] AllTypes = [NumberFormat<float>.Name, NumberFormat<double>.Name];

    private static readonly string[] Names =
    [
        "protocol", "name", "operators", "types", "ranks", "borders", "groups", "dilation", "stride", "asymmetric_padding", "bias", "tiles", "empty_batch", "class",
        "padding", "gradient_padding", "subnormals", "claims",
    ];

    /// <summary>Reads the answer.</summary>
    /// <exception cref="InvalidDataException">
    /// It is no JSON object, or a member is missing, unknown, of the wrong kind or out of its range.
    /// </exception>
    public static ExecHello Parse(string line)
    {
        var hello = Members.Parse(line, "hello");
        int protocol = hello.Int("protocol");
        if (protocol != Protocol)
            throw new InvalidDataException($"protocol of hello must be {Protocol}, was {protocol}");
        hello.RequireOnly(Names);
        try
        {
            var members = new Capabilities
            {
                Operators = [.. Some("operators", hello.Texts("operators")).Select(OperatorWord.Parse)],
                Ranks = Some("ranks", hello.Ints("ranks", [1, 2, 3]), [1, 2, 3]),
                Borders = [.. Some("borders", hello.Texts("borders", ["zeros"])).Select(GeometryJson.ParseBorder)],
                Groups = hello.Flag("groups", true),
                Dilation = hello.Flag("dilation", true),
                Stride = hello.Flag("stride", true),
                AsymmetricPadding = hello.Flag("asymmetric_padding", true),
                Bias = hello.Flag("bias", true),
                Tiles = hello.Flag("tiles", false),
                EmptyBatch = hello.Flag("empty_batch", true),
                IsReentrant = false,
                Exactness = Exactness.Parse(hello.Text("class", "direct")),
                Padding = Convention(hello, "padding"),
                DataGradientPadding = Convention(hello, "gradient_padding"),
                KeepsSubnormals = Choice(hello, "subnormals", "kept", "flushed"),
                RefusesInvalid = false,
            };
            Capabilities claims = ClaimWords.Over(members, hello.Text("claims", ""));
            return new ExecHello(Named(hello), Some("types", hello.Texts("types"), AllTypes), claims);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"hello: {e.Message}", e);
        }
    }

    private static string Named(Members hello) =>
        hello.Text("name") is { } name && !string.IsNullOrWhiteSpace(name)
            ? Quote.Plain(name)
            : throw new ArgumentException("name must not be empty");

    private static ImmutableArray<T> Some<T>(string what, T[] values, T[]? allowed = null)
    {
        if (values.Length == 0)
            throw new ArgumentException($"{what} must name at least one, was []");
        foreach (T value in values)
            if (allowed is not null && !allowed.Contains(value))
                throw new ArgumentException($"{what} must be of {string.Join(", ", allowed)}; one was {Quote.Of($"{value}")}");
        return [.. values.Distinct()];
    }

    private static PaddingConvention Convention(Members hello, string name) =>
        hello.Text(name, "skipped") switch
        {
            "skipped" => PaddingConvention.Skipped,
            "multiplied" => PaddingConvention.Multiplied,
            "either" => PaddingConvention.Either,
            var word => throw new ArgumentException($"{name} must be skipped, multiplied or either, was {Quote.Of(word)}"),
        };

    private static bool Choice(Members hello, string name, string usual, string other)
    {
        string word = hello.Text(name, usual);
        return word == usual
            || (word == other ? false : throw new ArgumentException($"{name} must be {usual} or {other}, was {Quote.Of(word)}"));
    }
}
