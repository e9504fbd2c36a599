using System.Runtime.InteropServices;
using System.Text;

namespace ReferenceConv.Benchmarks.Peers.OnnxRuntime;

/// <summary>
/// The two forms of a protobuf field that an ONNX model of one node needs: a varint and a run of bytes with its length before it.
/// </summary>
internal sealed class ProtobufWriter
{
    private const int VarintType = 0;
    private const int LengthType = 2;
    private readonly List<byte> bytes = [];

    /// <summary>What was written.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>A whole number ≥ 0.</summary>
    public ProtobufWriter Number(int field, long value)
    {
        Varint((ulong)field << 3 | VarintType);
        Varint((ulong)value);
        return this;
    }

    /// <summary>A repeated whole number, one field for each.</summary>
    public ProtobufWriter Numbers(int field, IEnumerable<int> values)
    {
        foreach (int value in values)
            Number(field, value);
        return this;
    }

    /// <summary>Text.</summary>
    public ProtobufWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A message within this one.</summary>
    public ProtobufWriter Message(int field, ProtobufWriter message) => Bytes(field, message.ToArray());

    /// <summary>Floats as they stand in memory; ONNX wants the low byte first, which is what every machine with peers has.</summary>
    public ProtobufWriter Floats(int field, ReadOnlySpan<float> values) => Bytes(field, MemoryMarshal.AsBytes(values));

    private ProtobufWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint((ulong)field << 3 | LengthType);
        Varint((ulong)value.Length);
        bytes.AddRange(value);
        return this;
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }
}
