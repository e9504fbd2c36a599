using System.Collections.Immutable;
using System.Numerics;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Files;
using ReferenceConv.Verification.Judging;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Exchange;

/// <summary>
/// Reads the results that somebody laid beside the cases. What must come out is computed anew from the case's token; expected.npy is not
/// believed.
/// </summary>
public static class FileJudge
{
    /// <summary>A file of this name in a folder says that its geometry is not supported.</summary>
    public const string UnsupportedFile = "unsupported";

    /// <summary>What is claimed unless something else is: direct sums, padding skipped, subnormals kept.</summary>
    public static Capabilities UsualClaims => FileVector.Usual;

    /// <summary>Judges every folder of the index.</summary>
    /// <param name="folder">What <c>refconv cases</c> wrote, with the results in it.</param>
    /// <param name="claims">How whoever wrote the results rounds and pads.</param>
    /// <exception cref="InvalidDataException">There is no index, or no result at all that could be judged.</exception>
    public static ImmutableArray<FileVerdict> Judge(string folder, Capabilities claims)
    {
        CaseIndex index = CaseIndex.Read(folder);
        ImmutableArray<FileVerdict> verdicts =
        [
            .. index.Vectors.Select(vector =>
                index.Type == NumberFormat<float>.Name ? Judge<float>(folder, vector, claims) : Judge<double>(folder, vector, claims)),
        ];
        return verdicts.All(static verdict => verdict.Outcome is FileOutcome.Missing or FileOutcome.Unsupported or FileOutcome.NotAsked)
            ? throw new InvalidDataException($"{folder}: at least one folder must hold a result to judge, none of {verdicts.Length} does")
            : verdicts;
    }

    private static FileVerdict Judge<T>(string folder, FileVector vector, Capabilities claims)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string of = Path.Combine(folder, vector.Folder);
        ArrayShape shape = vector.Make<T>().Operands.Signature.Result;
        string file = Path.Combine(of, CaseFiles.Of(shape));
        if (vector.Make<T>(claims) is not { } asked)
            return new FileVerdict(vector, FileOutcome.NotAsked);
        if (!Path.Exists(file))
            return new FileVerdict(vector, File.Exists(Path.Combine(of, UnsupportedFile)) ? FileOutcome.Unsupported : FileOutcome.Missing);

        T[] result;
        try
        {
            result = Directory.Exists(file)
                ? throw new InvalidDataException($"{file}: must be a file, is a folder")
                : Npy.Read<T>(file, shape.Sizes.AsSpan());
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new FileVerdict(vector, FileOutcome.Damaged, e.Message);
        }

        Finding finding = Grader.Grade<T>(asked, result);
        return finding.Standing == Standing.Holds
            ? new FileVerdict(vector, FileOutcome.Right)
            : new FileVerdict(vector, FileOutcome.Wrong, finding.Fault);
    }
}
