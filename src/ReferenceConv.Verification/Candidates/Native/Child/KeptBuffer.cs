namespace ReferenceConv.Verification.Candidates.Native.Child;

/// <summary>Bytes that are used again by the next message, because pages are expensive to get.</summary>
internal sealed class KeptBuffer
{
    private byte[] bytes = [];

    /// <summary>An array of at least this length, with anything in it.</summary>
    public byte[] WithRoomFor(int length)
    {
        if (bytes.Length < length)
            bytes = GC.AllocateUninitializedArray<byte>((int)Math.Clamp(2L * bytes.Length, length, Array.MaxLength));
        return bytes;
    }
}
