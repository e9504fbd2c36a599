using System.Collections.Immutable;
using System.Text.Json;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Files;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Exchange;

/// <summary>index.json: which folder holds what, as docs/files.md describes it.</summary>
/// <param name="Type">float32 or float64.</param>
/// <param name="Vectors">Folder by folder.</param>
internal sealed record CaseIndex(string Type, ImmutableArray<FileVector> Vectors)
{
    private const string Name = "index.json";
    private const int Format = 1;
    private const long Longest = 16 << 20;

    /// <summary>Writes the file.</summary>
    public void Write(string folder, ulong seed)
    {
        using FileStream stream = File.Create(Path.Combine(folder, Name));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("type", Type);
        json.WriteNumber("seed", seed);
        json.WriteStartArray("vectors");
        foreach (FileVector vector in Vectors)
        {
            json.WriteStartObject();
            json.WriteString("folder", vector.Folder);
            json.WriteString("operator", OperatorWord.Of(vector.Operator));
            json.WriteString("rule", vector.Rule);
            json.WriteString("case", vector.Case.Token);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">It is not there, or is no file, or is not what <c>refconv cases</c> wrote.</exception>
    public static CaseIndex Read(string folder)
    {
        string file = Path.Combine(folder, Name);
        if (!File.Exists(file))
            throw new InvalidDataException($"{folder}: a folder of cases must hold {Name}, as refconv cases writes it");
        FileInfo regular =
            RegularFile.Find(file) ?? throw new InvalidDataException($"{file}: must be a file with a JSON object in it, holds 0 bytes");
        if (regular.Length > Longest)
            throw new InvalidDataException($"{file}: must be ≤ {Longest} bytes, was {regular.Length}");

        var members = Members.Parse(File.ReadAllText(regular.FullName), file);
        try
        {
            int format = members.Int("format");
            if (format != Format)
                throw new ArgumentException($"format must be {Format}, was {format}");
            string type = members.Text("type");
            if (type != NumberFormat<float>.Name && type != NumberFormat<double>.Name)
                throw new ArgumentException(
                    $"type must be {NumberFormat<float>.Name} or {NumberFormat<double>.Name}, was {Quote.Of(type)}");
            ImmutableArray<FileVector> vectors = [.. members.Objects("vectors").Select(Vector)];
            foreach ((string of, int times) in vectors.CountBy(static vector => vector.Folder))
                if (times > 1)
                    throw new ArgumentException($"folder must be listed once, {of} was listed {times} times");
            return vectors.IsEmpty ? throw new ArgumentException("vectors must be at least one, were none") : new CaseIndex(type, vectors);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    private static FileVector Vector(Members vector)
    {
        string folder = vector.Text("folder");
        if (folder.Length != 4 || !folder.All(char.IsAsciiDigit))
            throw new ArgumentException($"folder must be four digits, was {Quote.Of(folder)}");
        return new FileVector(
            folder, OperatorWord.Parse(vector.Text("operator")), vector.Text("rule"), ConvolutionCase.Parse(vector.Text("case")));
    }
}
