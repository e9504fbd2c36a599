using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Files;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Exchange;

/// <summary>
/// Test vectors as folders of .npy files, for whoever can read and write files and nothing else; docs/files.md describes them.
/// </summary>
public static class CaseFiles
{
    /// <summary>Writes a neighbour and moves it into place, so that nobody ever sees half a set.</summary>
    /// <param name="folder">Must not exist, or be empty.</param>
    /// <param name="choice">What to write.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="IOException">The folder holds something, or cannot be written.</exception>
    public static void Write<T>(string folder, CaseChoice choice)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new IOException($"the folder for the cases must not exist or be empty, was '{folder}'");
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new DirectoryNotFoundException($"the folder for the cases must lie in a folder that exists, was '{folder}'");

        string neighbour = $"{target}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(neighbour);
            ImmutableArray<FileVector> vectors = [.. choice.Vectors()];
            foreach (FileVector vector in vectors)
                Write(Path.Combine(neighbour, vector.Folder), vector, vector.Make<T>());
            new CaseIndex(NumberFormat<T>.Name, vectors).Write(neighbour, choice.Seed);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(neighbour, target);
        }
        finally
        {
            if (Directory.Exists(neighbour))
                Directory.Delete(neighbour, recursive: true);
        }
    }

    /// <summary>The file of an array.</summary>
    internal static string Of(ArrayShape array) => $"{array.Name}.npy";

    private static void Write<T>(string folder, FileVector vector, TestVector<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Directory.CreateDirectory(folder);
        Operands<T> operands = numbers.Operands;
        for (int input = 0; input < operands.Inputs.Length; input++)
        {
            ArrayShape array = operands.Signature.Inputs[input];
            Npy.Write<T>(Path.Combine(folder, Of(array)), array.Sizes.AsSpan(), operands.Inputs[input]);
        }

        ReadOnlySpan<int> shape = operands.Signature.Result.Sizes.AsSpan();
        Npy.Write<double>(Path.Combine(folder, "expected.npy"), shape, numbers.Expected);
        if (numbers.Tolerance is { } tolerance)
            Npy.Write<double>(Path.Combine(folder, "tolerance.npy"), shape, tolerance);

        using FileStream stream = File.Create(Path.Combine(folder, "case.json"));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("operator", OperatorWord.Of(vector.Operator));
        json.WriteString("rule", vector.Rule);
        json.WriteString("type", NumberFormat<T>.Name);
        json.WriteString("case", vector.Case.Token);
        json.WritePropertyName("geometry");
        GeometryJson.Write(json, operands.Geometry, operands.Operator.IsAverage() ? operands.CountsPadding : null);
        json.WriteStartArray("inputs");
        foreach (ArrayShape array in operands.Signature.Inputs)
            Write(json, array);
        json.WriteEndArray();
        json.WritePropertyName("result");
        Write(json, operands.Signature.Result);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ArrayShape array)
    {
        json.WriteStartObject();
        json.WriteString("name", array.Name);
        json.WriteString("file", Of(array));
        json.WriteStartArray("shape");
        foreach (int size in array.Sizes)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
