using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>
/// One or more calls of one function, as the bytes that go to the child:
/// <code>
/// header, element size, operator, flush, calls, arrays per call A, A ≤ 4 shields in 12 bytes
/// per call: geometry (208 bytes), A lengths in bytes (the inputs in the order of the signature, then the result), the inputs
/// </code>
/// Several calls are made at the same time, a thread for each; a single one once for each kind of flush.
/// </summary>
internal sealed class Question
{
    public const int MostArrays = 4;

    private const int ElementSizeAt = FrameHeader.Size;
    private const int OperatorAt = ElementSizeAt + sizeof(int);
    private const int FlushAt = OperatorAt + sizeof(int);
    private const int CallsAt = FlushAt + sizeof(int);
    private const int ArraysAt = CallsAt + sizeof(int);
    private const int ShieldsAt = ArraysAt + sizeof(int);
    private const int FixedSize = ShieldsAt + (MostArrays * Shield.Size);

    private readonly byte[] frame;

    /// <summary>Reads what came from the parent: a frame with room for its header.</summary>
    public Question(byte[] frame) => this.frame = frame;

    public Span<byte> Frame => frame;

    public int ElementSize => Number(ElementSizeAt);

    public ConvolutionOperator Operator => (ConvolutionOperator)Number(OperatorAt);

    public Flush Flush
    {
        get => (Flush)Number(FlushAt);
        set => SetNumber(FlushAt, (int)value);
    }

    public int Calls => Number(CallsAt);

    /// <summary>Arrays of a call, the result included.</summary>
    public int Arrays => Number(ArraysAt);

    public bool HasBias => Arrays == MostArrays;

    /// <summary>Bytes of all arrays.</summary>
    public long ArrayBytes { get; private init; }

    /// <summary>Bytes of the answer, without its header.</summary>
    public int AnswerLength { get; private init; }

    /// <summary>Products in all sums, what meets padding included.</summary>
    public double MultiplyAdds { get; private init; }

    /// <summary>
    /// Calls one function over several operands with the same arrays; inputs are sealed, and nothing beside an array may be touched.
    /// </summary>
    /// <exception cref="ArgumentException">All arrays together do not fit into one message, 2³¹ bytes.</exception>
    public static Question Of<T>(ImmutableArray<Operands<T>> calls, ImmutableArray<RawGeometry> geometries, Flush flush)
        where T : unmanaged
    {
        int elementSize = Marshal.SizeOf<T>();
        int arrays = calls[0].Inputs.Length + 1;
        long inputs = calls.Sum(call => call.Inputs.Sum(input => (long)input.Length * elementSize));
        long results = calls.Sum(call => (long)call.Signature.Result.Length * elementSize);
        int runs = flush == Flush.Both ? 2 : 1;
        long length = FixedSize + (calls.Length * (RawGeometry.Size + (arrays * sizeof(int)))) + inputs;
        long answer = runs * (results + (calls.Length * Run.HeaderSize));
        if (Math.Max(length, answer) > Array.MaxLength)
            throw new ArgumentException(
                $"the arrays of a native candidate must need ≤ {Array.MaxLength} bytes together, needed {Math.Max(length, answer)}");

        var question = new Question(new byte[length])
        {
            ArrayBytes = inputs + results,
            AnswerLength = (int)answer,
            MultiplyAdds = runs * calls.Sum(static call => (double)call.Geometry.MultiplyAdds),
        };
        question.SetNumber(ElementSizeAt, elementSize);
        question.SetNumber(OperatorAt, (int)calls[0].Operator);
        question.SetNumber(CallsAt, calls.Length);
        question.SetNumber(ArraysAt, arrays);
        question.Flush = flush;
        for (int array = 0; array < arrays; array++)
            question.SetShield(array, array < arrays - 1 ? Shield.Input : Shield.Result);

        int at = FixedSize;
        for (int call = 0; call < calls.Length; call++)
            at = question.Add(calls[call], geometries[call], elementSize, at);
        return question;
    }

    /// <summary>Gives it a number, which the answer must have too.</summary>
    public void SetSequence(int sequence) => new FrameHeader(sequence, frame.Length - FrameHeader.Size).CopyTo(frame);

    public Shield ShieldOf(int array)
    {
        ReadOnlySpan<byte> bytes = frame.AsSpan(ShieldsAt + (array * Shield.Size), Shield.Size);
        return new Shield((GuardAccess)bytes[0], (GuardAccess)bytes[1], bytes[2] != 0);
    }

    public void SetShield(int array, Shield shield)
    {
        Span<byte> bytes = frame.AsSpan(ShieldsAt + (array * Shield.Size), Shield.Size);
        (bytes[0], bytes[1], bytes[2]) = ((byte)shield.Before, (byte)shield.Behind, (byte)(shield.IsSealed ? 1 : 0));
    }

    /// <summary>Call by call: where its geometry begins. The lengths follow it, the inputs follow them.</summary>
    public int[] CallsBegin()
    {
        var begins = new int[Calls];
        int at = FixedSize;
        for (int call = 0; call < begins.Length; call++)
        {
            begins[call] = at;
            int data = at + RawGeometry.Size + (Arrays * sizeof(int));
            for (int input = 0; input < Arrays - 1; input++)
                data += LengthOf(at, input);
            at = data;
        }

        return begins;
    }

    public ReadOnlySpan<byte> GeometryOf(int begin) => frame.AsSpan(begin, RawGeometry.Size);

    public int LengthOf(int begin, int array) => Number(begin + RawGeometry.Size + (array * sizeof(int)));

    public ReadOnlySpan<byte> InputOf(int begin, int input)
    {
        int at = begin + RawGeometry.Size + (Arrays * sizeof(int));
        for (int before = 0; before < input; before++)
            at += LengthOf(begin, before);
        return frame.AsSpan(at, LengthOf(begin, input));
    }

    private int Add<T>(Operands<T> call, RawGeometry geometry, int elementSize, int at)
        where T : unmanaged
    {
        geometry.CopyTo(frame.AsSpan(at));
        at += RawGeometry.Size;
        foreach (int length in call.Inputs.Select(static input => input.Length).Append(call.Signature.Result.Length))
        {
            SetNumber(at, length * elementSize);
            at += sizeof(int);
        }

        foreach (T[] input in call.Inputs)
        {
            MemoryMarshal.AsBytes(input.AsSpan()).CopyTo(frame.AsSpan(at));
            at += input.Length * elementSize;
        }

        return at;
    }

    private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(at));

    private void SetNumber(int at, int number) => BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(at), number);
}
