using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>
/// What came of one call: <c>code, touched, result</c>. An answer is these, call by call and in each the flush to the right first.
/// </summary>
/// <param name="Code">What the function returned.</param>
/// <param name="Touched">Where something was written beside the result that was not a guard page.</param>
internal readonly record struct Run(int Code, Touched Touched)
{
    public const int HeaderSize = 2 * sizeof(int);

    /// <summary>The code of a function that has written its result.</summary>
    public const int Done = 0;

    public static Run Parse(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(bytes), (Touched)BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(int)..]));

    /// <summary>The result of a run, of which header and result are given.</summary>
    public static ReadOnlySpan<T> Result<T>(ReadOnlySpan<byte> run)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(run[HeaderSize..]);

    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Code);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[sizeof(int)..], (int)Touched);
    }
}
