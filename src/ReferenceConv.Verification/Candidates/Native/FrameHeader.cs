using System.Buffers.Binary;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>
/// What stands before every message on the two pipes: a magic word, the number of the question and the number of bytes that follow, all
/// little-endian. A child first sends message 0, <see cref="Greeting"/>; then it answers question 1, 2, … each with the same number.
/// </summary>
/// <param name="Sequence">The number of the question.</param>
/// <param name="Length">Bytes that follow.</param>
internal readonly record struct FrameHeader(int Sequence, int Length)
{
    public const int Size = 16;

    private const ulong Magic = 0x0A_564E4F_43464552;   // "REFCONV\n"

    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Sequence);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], Length);
    }

    /// <summary>Null if the bytes are no header.</summary>
    public static FrameHeader? Parse(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes) == Magic
            ? new FrameHeader(BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]))
            : null;
}
