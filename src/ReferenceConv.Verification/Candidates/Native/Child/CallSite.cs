using System.Runtime.InteropServices;

namespace ReferenceConv.Verification.Candidates.Native.Child;

/// <summary>Memory for one call at a time: a geometry and up to four arrays.</summary>
internal sealed unsafe class CallSite
{
    private readonly GuardedArray[] arrays = [.. Enumerable.Range(0, Question.MostArrays).Select(static _ => new GuardedArray())];
    private readonly byte* geometry = (byte*)NativeMemory.AlignedAlloc(RawGeometry.Size, sizeof(long));

    /// <summary>Lays out the arrays of a call.</summary>
    public void Prepare(Question question, int begin, bool toRight)
    {
        question.GeometryOf(begin).CopyTo(new Span<byte>(geometry, RawGeometry.Size));
        int result = question.Arrays - 1;
        for (int array = 0; array <= result; array++)
            arrays[array].Place(
                question.LengthOf(begin, array),
                toRight,
                array < result ? question.InputOf(begin, array) : [],
                question.ElementSize,
                question.ShieldOf(array));
    }

    public int Call(LoadedLibrary library, Question question) =>
        library.Call(question.Operator, question.ElementSize, geometry, arrays.AsSpan(0, question.Arrays));

    /// <summary>Writes what came of it into an answer.</summary>
    /// <returns>Bytes written.</returns>
    public int Report(Question question, int code, Span<byte> answer)
    {
        GuardedArray result = arrays[question.Arrays - 1];
        new Run(code, result.Look(question.ElementSize)).CopyTo(answer);
        result.Content.CopyTo(answer[Run.HeaderSize..]);
        return Run.HeaderSize + result.Content.Length;
    }
}
