using System.Numerics;
using System.Text.Json;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Files;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>
/// The other end of the pipe for a convolution in C#: answers the questions of docs/protocol.md with every geometry, border and tile.
/// </summary>
/// <param name="name">For reports.</param>
/// <param name="narrow">Answers float32.</param>
/// <param name="wide">Answers float64.</param>
/// <param name="padding">What a NaN or ∞ that meets only padding does, in forward and weight gradient.</param>
/// <param name="gradientPadding">The same in the data gradient.</param>
public sealed class ExecServer(
    string name,
    IConvolution<float> narrow,
    IConvolution<double> wide,
    PaddingConvention padding = PaddingConvention.Skipped,
    PaddingConvention gradientPadding = PaddingConvention.Skipped)
{
    /// <summary>Answers line by line until the input ends.</summary>
    /// <exception cref="InvalidDataException">A line is no question of the protocol.</exception>
    public void Run(TextReader questions, TextWriter answers)
    {
        while (questions.ReadLine() is { } line)
        {
            answers.Write($"{JsonSerializer.Serialize(Answer(Members.Parse(line, "a question")))}\n");
            answers.Flush();
        }
    }

    private object Answer(Members question)
    {
        string ask = question.Text("ask");
        if (ask == "hello")
            return Hello(question.Int("protocol"));

        int id = question.Int("id");
        try
        {
            ConvolutionOperator op = OperatorWord.Parse(ask);
            if (!ConvolutionOperators.Trilinear.Contains(op))
                return new { id, status = "unsupported" };
            ConvolutionGeometry geometry = GeometryJson.Read(question.Object("geometry"));
            string type = question.Text("type");
            if (type == NumberFormat<float>.Name)
                Compute(narrow, geometry, op, question);
            else if (type == NumberFormat<double>.Name)
                Compute(wide, geometry, op, question);
            else
                throw new ArgumentException(
                    $"type must be {NumberFormat<float>.Name} or {NumberFormat<double>.Name}, was {Quote.Of(type)}");
            return new { id, status = "done" };
        }
        catch (ArgumentException e)
        {
            return new { id, status = "refused", why = e.Message };
        }
    }

    private object Hello(int protocol) =>
        protocol == ExecHello.Protocol
            ? new
            {
                protocol,
                name,
                operators = ConvolutionOperators.Trilinear.Select(OperatorWord.Of),
                types = new[] { NumberFormat<float>.Name, NumberFormat<double>.Name },
                borders = Enum.GetValues<Border>().Select(GeometryJson.Word),
                tiles = true,
                padding = padding.ToString().ToLowerInvariant(),
                gradient_padding = gradientPadding.ToString().ToLowerInvariant(),
                claims = "refuses-invalid=yes",
            }
            : throw new InvalidDataException($"protocol must be {ExecHello.Protocol}, was {protocol}");

    private static void Compute<T>(IConvolution<T> convolution, ConvolutionGeometry geometry, ConvolutionOperator op, Members question)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Members files = question.Object("inputs");
        var signature = Signature.Of(geometry, op, files.Has("bias"));
        T[][] inputs = [.. signature.Inputs.Select(input => Npy.Read<T>(files.Text(input.Name), input.Sizes.AsSpan()))];
        var operands = new Operands<T>(geometry, op, countsPadding: false, [.. inputs]);
        Npy.Write<T>(question.Text("result"), signature.Result.Sizes.AsSpan(), operands.Apply(convolution));
    }
}
