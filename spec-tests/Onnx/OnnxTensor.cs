using System.Runtime.InteropServices;

namespace ReferenceConv.SpecTests.Onnx;

/// <summary>A tensor of a test case: row-major floats, or integers of any width as 64-bit numbers.</summary>
/// <param name="Shape">The sizes.</param>
/// <param name="Floats">The numbers of a float tensor.</param>
/// <param name="Integers">The numbers of an integer tensor.</param>
internal sealed record OnnxTensor(int[] Shape, float[] Floats, long[] Integers)
{
    public static OnnxTensor Read(string file) => From(TensorProto.Parser.ParseFrom(File.ReadAllBytes(file)));

    public static OnnxTensor From(TensorProto proto)
    {
        int[] shape = [.. proto.Dims.Select(static size => (int)size)];
        ReadOnlySpan<byte> raw = proto.RawData.Span;
        return proto.DataType switch
        {
            1 => new OnnxTensor(shape, raw.IsEmpty ? [.. proto.FloatData] : MemoryMarshal.Cast<byte, float>(raw).ToArray(), []),
            2 => new OnnxTensor(shape, [], raw.IsEmpty ? Wide(proto.Int32Data) : Wide(raw.ToArray())),
            3 => new OnnxTensor(shape, [], raw.IsEmpty ? Wide(proto.Int32Data) : Wide(MemoryMarshal.Cast<byte, sbyte>(raw).ToArray())),
            6 => new OnnxTensor(shape, [], raw.IsEmpty ? Wide(proto.Int32Data) : Wide(MemoryMarshal.Cast<byte, int>(raw).ToArray())),
            7 => new OnnxTensor(shape, [], raw.IsEmpty ? [.. proto.Int64Data] : MemoryMarshal.Cast<byte, long>(raw).ToArray()),
            _ => throw new NotSupportedException($"data type {proto.DataType}"),
        };
    }

    /// <summary>The sizes after batch and channels.</summary>
    public int[] Spatial => Shape[2..];

    /// <summary>The floats as doubles, each exactly.</summary>
    public double[] Doubles => [.. Floats.Select(static number => (double)number)];

    private static long[] Wide<T>(IEnumerable<T> numbers)
        where T : System.Numerics.INumberBase<T> => [.. numbers.Select(long.CreateChecked)];
}
