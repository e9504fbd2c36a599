using System.Runtime.InteropServices;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.Verification.Candidates.Native.Child;

/// <summary>
/// Memory for one array of a call between guards, each a mebibyte that costs nothing while nobody touches it:
/// <code>
/// |   guard   | slack | array |   guard   |      flush right
/// |   guard   | array | slack |   guard   |      flush left
/// </code>
/// Array and slack are whole pages. The slack and a result hold <see cref="NumberFormat{T}.Unwritten"/>.
/// </summary>
internal sealed unsafe class GuardedArray
{
    private const int Guard = 1 << 20;

    private static readonly int Page = Environment.SystemPageSize;

    private byte* region;
    private int room;     // bytes between the guards of the region
    private int body;     // of them in use: array and slack
    private int length;
    private int offset;   // of the array in the body
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

    private static void Allow(ref int known, byte* begin, int bytes, int access)
    {
        if (known == access)
            return;
        if (Libc.Protect((nint)begin, (nuint)bytes, access) != 0)
            throw new InsufficientMemoryException($"mprotect of {bytes} bytes failed with error {Marshal.GetLastPInvokeError()}");
        known = access;
    }

    private void Reserve(int bytes)
    {
        int needed = Math.Max(1, (bytes + Page - 1) / Page) * Page;
        if (needed == body)
            return;
        if (needed > room)
        {
            if (region != null)
                _ = Libc.Unmap((nint)region, (nuint)((2 * Guard) + room));
            nint mapped = Libc.Map(0, (nuint)((2L * Guard) + needed), Libc.NoAccess, Libc.PrivateAnonymous, -1, 0);
            if (mapped == -1)
                throw new InsufficientMemoryException($"no {needed} bytes for an array");
            region = (byte*)mapped;
            (room, before) = (needed, Libc.NoAccess);
        }

        body = needed;
        inside = behind = -1;   // the border between them has moved: both must be set anew
    }

    private void Unwrite(int from, int bytes, int elementSize)
    {
        var span = new Span<byte>(Body + from, bytes);
        if (elementSize == sizeof(float))
            MemoryMarshal.Cast<byte, float>(span).Fill(NumberFormat<float>.Unwritten);
        else
            MemoryMarshal.Cast<byte, double>(span).Fill(NumberFormat<double>.Unwritten);
    }

    private bool IsUnwritten(int from, int bytes, int elementSize)
    {
        var span = new ReadOnlySpan<byte>(Body + from, bytes);
        return elementSize == sizeof(float)
            ? !MemoryMarshal.Cast<byte, int>(span).ContainsAnyExcept(BitConverter.SingleToInt32Bits(NumberFormat<float>.Unwritten))
            : !MemoryMarshal.Cast<byte, long>(span).ContainsAnyExcept(BitConverter.DoubleToInt64Bits(NumberFormat<double>.Unwritten));
    }
}
