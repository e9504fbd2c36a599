using System.Buffers;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Files;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates.Exec;

/// <summary>One question: its arrays in a folder of its own, which goes when the answer is read.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ExecCall<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly string folder;
    private readonly Operands<T> operands;
    private readonly JsonNode? invalid;
    private readonly int id;

    /// <summary>Writes the inputs.</summary>
    /// <param name="parent">Where the folder is made.</param>
    /// <param name="id">The question's number.</param>
    /// <param name="operands">What goes in.</param>
    /// <param name="invalid">A geometry that is sent instead of the operands' own, or null.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public ExecCall(string parent, int id, Operands<T> operands, JsonNode? invalid)
    {
        this.invalid = invalid;
        folder = Path.Combine(parent, $"{id}");
        this.id = id;
        this.operands = operands;
        Directory.CreateDirectory(folder);
        for (int input = 0; input < operands.Inputs.Length; input++)
            Npy.Write<T>(InputFile(input), operands.Signature.Inputs[input].Sizes.AsSpan(), operands.Inputs[input]);
    }

    private string ResultFile => Path.Combine(folder, $"{operands.Signature.Result.Name}.npy");

    /// <summary>The question in one line.</summary>
    public ReadOnlyMemory<byte> Question()
    {
        var line = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("ask", OperatorWord.Of(operands.Operator));
            json.WriteNumber("id", id);
            json.WriteString("type", NumberFormat<T>.Name);
            json.WritePropertyName("geometry");
            if (invalid is null)
                GeometryJson.Write(json, operands.Geometry, operands.Operator.IsAverage() ? operands.CountsPadding : null);
            else
                invalid.WriteTo(json);
            json.WriteStartObject("inputs");
            for (int input = 0; input < operands.Inputs.Length; input++)
                json.WriteString(operands.Signature.Inputs[input].Name, InputFile(input));
            json.WriteEndObject();
            json.WriteString("result", ResultFile);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenMemory;
    }

    /// <summary>Reads the answer.</summary>
    /// <exception cref="ExecMisconduct">It is no answer to this question.</exception>
    public Reply Reply(string answer)
    {
        try
        {
            var members = Members.Parse(answer, "an answer");
            int given = members.Int("id");
            if (given != id)
                throw new ExecMisconduct(Conduct.SpeaksTheProtocol, $"answered the question {given}, was asked {id}");
            return members.Text("status") switch
            {
                "done" => Candidates.Reply.Done,
                "unsupported" => Candidates.Reply.Unsupported,
                "refused" => new Reply(ReplyKind.Refused, Text: Said.Whole(members.Text("why", "no reason given"))),
                string other => throw new ExecMisconduct(
                    Conduct.SpeaksTheProtocol, $"status must be done, unsupported or refused, was {Quote.Of(other)}"),
            };
        }
        catch (InvalidDataException e)
        {
            throw new ExecMisconduct(Conduct.SpeaksTheProtocol, e.Message);
        }
    }

    /// <summary>Reads the result and looks at the inputs.</summary>
    /// <returns>The reply, or what is wrong with the files.</returns>
    public Reply Collect(Reply reply, Span<T> result)
    {
        try
        {
            for (int input = 0; input < operands.Inputs.Length; input++)
                if (!Npy.Holds<T>(InputFile(input), operands.Signature.Inputs[input].Sizes.AsSpan(), operands.Inputs[input]))
                    return Candidates.Reply.Misconduct(
                        Conduct.LeavesItsInputs, $"changed its input {operands.Signature.Inputs[input].Name}");
            if (reply.Kind != ReplyKind.Done || invalid is not null)
                return reply;

            var file = new FileInfo(ResultFile);
            if (!file.Exists || file.LinkTarget is not null)
                return Candidates.Reply.Misconduct(Conduct.SpeaksTheProtocol, $"said done, and there is no file {file.Name}");
            Npy.Read<T>(ResultFile, operands.Signature.Result.Sizes.AsSpan()).CopyTo(result);
            return reply;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Candidates.Reply.Misconduct(
                Conduct.SpeaksTheProtocol, e.Message.Replace($"{folder}{Path.DirectorySeparatorChar}", "", StringComparison.Ordinal));
        }
    }

    /// <summary>Removes the folder, with all that is in it.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the command took it away, or its rights; the parent folder goes at the end
        }
    }

    private string InputFile(int input) => Path.Combine(folder, $"{operands.Signature.Inputs[input].Name}.npy");
}
