using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Files;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Exchange;

/// <summary>
/// Reads the results that somebody laid beside the cases. What must come out is computed anew from the case's token; expected.npy is not believed.
/// </summary>
public static class FileJudge
{
    /// <summary>A file of this name in a folder says that its geometry is not supported.</summary>
    public const string UnsupportedFile = "unsupported";

    /// <summary>Judges every folder of the index.</summary>
    /// <exception cref="InvalidDataException">There is no index, no result at all, or a result is no array of the right type and shape.</exception>
    public static ImmutableArray<FileVerdict> Judge(string folder)
    {
        CaseIndex index = CaseIndex.Read(folder);
        ImmutableArray<FileVerdict> verdicts =
        [
            .. index.Vectors.Select(vector => index.Type == NumberFormat<float>.Name ? Judge<float>(folder, vector) : Judge<double>(folder, vector)),
        ];
        return verdicts.All(static verdict => verdict.Outcome is FileOutcome.Missing or FileOutcome.Unsupported)
            ? throw new InvalidDataException($"{folder}: at least one folder must hold a result, none of {verdicts.Length} does")
            : verdicts;
    }

    private static FileVerdict Judge<T>(string folder, FileVector vector)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string of = Path.Combine(folder, vector.Folder);
        TestVector<T> asked = vector.Make<T>();
        string file = Path.Combine(of, CaseFiles.Of(asked.Operands.Signature.Result));
        if (!File.Exists(file))
            return new FileVerdict(vector, File.Exists(Path.Combine(of, UnsupportedFile)) ? FileOutcome.Unsupported : FileOutcome.Missing);

        T[] result = Npy.Read<T>(file, asked.Operands.Signature.Result.Sizes.AsSpan());
        Finding finding = Grader.Grade<T>(asked, result);
        return finding.Standing == Standing.Holds
            ? new FileVerdict(vector, FileOutcome.Right)
            : new FileVerdict(vector, FileOutcome.Wrong, finding.Fault);
    }
}
