using System.Runtime.InteropServices;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates.Native.Child;

/// <summary>
/// Memory for one array of a call between guards, each 64 mebibytes that cost nothing while nobody touches them:
/// <code>
/// |   guard   | slack | array |   guard   |      flush right
/// |   guard   | array | slack |   guard   |      flush left
/// </code>
/// Array and slack are whole pages. The slack and a result hold <see cref="NumberFormat{T}.Unwritten"/>.
/// </summary>
internal sealed unsafe class GuardedArray
{
    private const long Guard = 64 << 20;
    private const long Chunk = 1 << 30;   // of a span, which cannot be longer than 2³¹ - 1

    private static readonly int Page = Environment.SystemPageSize;

    private byte* region;
    private long room;     // bytes between the guards of the region
    private long body;     // of them in use: array and slack
    private int length;
    private long offset;   // of the array in the body
    private int before = Libc.NoAccess;
    private int inside = Libc.NoAccess;
    private int behind = Libc.NoAccess;

    /// <summary>What the candidate gets; null for an array without elements.</summary>
    public void* Pointer => length == 0 ? null : Body + offset;

    public ReadOnlySpan<byte> Content => new(Body + offset, length);

    private byte* Body => region + Guard;

    /// <summary>Lays an array against a guard, with its content or, for a result, without.</summary>
    public void Place(int bytes, bool toRight, ReadOnlySpan<byte> content, int elementSize, Shield shield)
    {
        Reserve(bytes);
        length = bytes;
        offset = toRight ? body - bytes : 0;
        Allow(ref inside, Body, body, Libc.ReadWriteAccess);
        if (content.IsEmpty)
            Unwrite(0, body, elementSize);
        else
        {
            Unwrite(0, offset, elementSize);
            content.CopyTo(new Span<byte>(Body + offset, length));
            Unwrite(offset + length, body - offset - length, elementSize);
        }

        Allow(ref before, region, Guard, Access(shield.Before));
        Allow(ref behind, Body + body, Guard + room - body, Access(shield.Behind));
        Allow(ref inside, Body, body, shield.IsSealed ? Libc.ReadAccess : Libc.ReadWriteAccess);
    }

    /// <summary>Where the slack no longer holds what it was filled with.</summary>
    public Touched Look(int elementSize) =>
        !IsUnwritten(0, offset, elementSize) ? Touched.Before
        : !IsUnwritten(offset + length, body - offset - length, elementSize) ? Touched.Behind
        : Touched.Nothing;

    private static int Access(GuardAccess access) => access switch
    {
        GuardAccess.Nothing => Libc.NoAccess,
        GuardAccess.Reading => Libc.ReadAccess,
        _ => Libc.ReadWriteAccess,
    };

    private static void Allow(ref int known, byte* begin, long bytes, int access)
    {
        if (known == access)
            return;
        if (Libc.Protect((nint)begin, (nuint)bytes, access) != 0)
            throw new InsufficientMemoryException($"mprotect of {bytes} bytes failed with error {Marshal.GetLastPInvokeError()}");
        known = access;
    }

    private void Reserve(int bytes)
    {
        long needed = Math.Max(1, ((long)bytes + Page - 1) / Page) * Page;
        if (needed == body)
            return;
        if (needed > room)
        {
            if (region != null && Libc.Unmap((nint)region, (nuint)((2 * Guard) + room)) != 0)
                throw new InsufficientMemoryException($"munmap of {room} bytes failed with error {Marshal.GetLastPInvokeError()}");
            region = null;
            long wanted = Math.Max(needed, 2 * room);   // pages are expensive to get, and free until they are used
            nint mapped = Libc.Map(0, (nuint)((2 * Guard) + wanted), Libc.NoAccess, Libc.PrivateAnonymous, -1, 0);
            if (mapped == -1)
                throw new InsufficientMemoryException($"no {wanted} bytes for an array");
            region = (byte*)mapped;
            (room, before) = (wanted, Libc.NoAccess);
        }

        body = needed;
        inside = behind = -1;   // the border between them has moved: both must be set anew
    }

    private void Unwrite(long from, long bytes, int elementSize)
    {
        for (long at = from, end = from + bytes; at < end; at += Chunk)
        {
            var span = new Span<byte>(Body + at, (int)Math.Min(Chunk, end - at));
            if (elementSize == sizeof(float))
                MemoryMarshal.Cast<byte, float>(span).Fill(NumberFormat<float>.Unwritten);
            else
                MemoryMarshal.Cast<byte, double>(span).Fill(NumberFormat<double>.Unwritten);
        }
    }

    /// <summary>Of a slack, which is less than a page.</summary>
    private bool IsUnwritten(long from, long bytes, int elementSize)
    {
        var span = new ReadOnlySpan<byte>(Body + from, (int)bytes);
        return elementSize == sizeof(float)
            ? !MemoryMarshal.Cast<byte, int>(span).ContainsAnyExcept(BitConverter.SingleToInt32Bits(NumberFormat<float>.Unwritten))
            : !MemoryMarshal.Cast<byte, long>(span).ContainsAnyExcept(BitConverter.DoubleToInt64Bits(NumberFormat<double>.Unwritten));
    }
}
