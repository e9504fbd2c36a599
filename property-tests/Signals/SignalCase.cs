using FsCheck;
using FsCheck.Fluent;

namespace ReferenceConv.PropertyTests.Signals;

/// <summary>
/// An image and two kernels that fit into it even one after the other. Read from a list of bytes, of which every one is a case, 0 the
/// simplest.
/// </summary>
public sealed record SignalCase(int[,] X, int[,] A, int[,] B)
{
    private const int Longest = 110;   // six sizes, and at most 8×8 + 3×3 + 3×3 numbers

    /// <summary>Each image's first row alone: a line.</summary>
    public SignalCase FirstRows => new(Images.Row(Images.Line(X)), Images.Row(Images.Line(A)), Images.Row(Images.Line(B)));

    public static Arbitrary<SignalCase> Cases() => Arb.Convert<byte[], SignalCase>(Lists(), From, static instance => instance.Bytes);

    public static SignalCase From(byte[] bytes)
    {
        var rest = new Queue<byte>(bytes);
        int Next() => rest.TryDequeue(out byte value) ? value : 0;
        int[,] Numbers(int rows, int columns)
        {
            var numbers = new int[rows, columns];
            for (int i = 0; i < rows; i++)
                for (int j = 0; j < columns; j++)
                    numbers[i, j] = Next() is var n && n % 2 == 0 ? n / 2 : -(n / 2) - 1;
            return numbers;
        }

        (int rowsA, int columnsA, int rowsB, int columnsB) = (1 + Next() % 3, 1 + Next() % 3, 1 + Next() % 3, 1 + Next() % 3);
        (int moreRows, int moreColumns) = (Next() % 4, Next() % 4);
        int[,] a = Numbers(rowsA, columnsA);
        int[,] b = Numbers(rowsB, columnsB);
        return new SignalCase(Numbers(rowsA + rowsB - 1 + moreRows, columnsA + columnsB - 1 + moreColumns), a, b) { Bytes = bytes };
    }

    private byte[] Bytes { get; init; } = [];

    public override string ToString() => $"x = {Images.Text(X)}, a = {Images.Text(A)}, b = {Images.Text(B)}";

    private static Arbitrary<byte[]> Lists() => Arb.From(
        Gen.Choose(0, 255).ArrayOf(Longest).Select(static numbers => Array.ConvertAll(numbers, static number => (byte)number)),
        static bytes =>
            from place in Enumerable.Range(0, bytes.Length)
            from simpler in new[] { 0, bytes[place] / 2 }.Distinct()
            where simpler < bytes[place]
            select (byte[])[.. bytes[..place], (byte)simpler, .. bytes[(place + 1)..]]);
}
