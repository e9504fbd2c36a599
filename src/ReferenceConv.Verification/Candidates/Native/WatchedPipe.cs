using System.Runtime.InteropServices;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>
/// One end of a pipe whose other end may stop reading or writing for ever: nothing here waits without looking at the clock.
/// </summary>
internal sealed class WatchedPipe
{
    private const int Tick = 10;   // milliseconds between two looks
    private const int Room = 1 << 20;   // so that most messages are sent whole; where that is not granted they go in parts

    private readonly int file;
    private readonly short direction;

    /// <summary>Takes over the handling of a pipe, which stays somebody else's to close.</summary>
    /// <param name="handle">The pipe.</param>
    /// <param name="isWritten">Whether it is written to.</param>
    public WatchedPipe(SafeHandle handle, bool isWritten)
    {
        file = (int)handle.DangerousGetHandle();
        direction = isWritten ? Libc.Writable : Libc.Readable;
        _ = Libc.Control(file, Libc.SetFlags, Libc.Control(file, Libc.GetFlags, 0) | Libc.NonBlocking);
        _ = Libc.Control(file, Libc.SetPipeSize, Room);
    }

    /// <summary>Whether there is something to read, or an end.</summary>
    public bool IsReady => Poll(0);

    /// <summary>Whether there is nothing to read, and never will be.</summary>
    public bool HasHungUp => (Seen(0) & (Libc.Readable | Libc.HungUp)) == Libc.HungUp;

    /// <summary>Moves all bytes.</summary>
    /// <param name="bytes">To write, or to fill.</param>
    /// <param name="vigil">Looked at while nothing moves.</param>
    /// <param name="death">The limit that was passed, if that is why not all bytes moved; null if the pipe has ended.</param>
    /// <returns>How many bytes moved.</returns>
    public int Move(Span<byte> bytes, Vigil vigil, out Death? death)
    {
        int moved = 0;
        death = null;
        while (moved < bytes.Length)
        {
            if (!Poll(Tick))
            {
                death = vigil.Look();
                if (death is not null || (vigil.HasEnded && !Poll(0)))
                    return moved;
                continue;
            }

            ref byte next = ref bytes[moved];
            nuint left = (nuint)(bytes.Length - moved);
            nint count = direction == Libc.Readable ? Libc.Read(file, ref next, left) : Libc.Write(file, ref next, left);
            if (count > 0)
                moved += (int)count;
            else if (count == 0 || Marshal.GetLastPInvokeError() is not (Libc.TryAgain or Libc.Interrupted))
                return moved;
        }

        return moved;
    }

    private bool Poll(int milliseconds) => Seen(milliseconds) != 0;

    private short Seen(int milliseconds)
    {
        var polled = new Libc.Polled { File = file, Asked = direction };
        return Libc.Poll(ref polled, 1, milliseconds) > 0 ? polled.Seen : (short)0;
    }
}
