using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>The first message of a child, always as long: which functions the library has, and what it claims.</summary>
/// <param name="Symbols">A bit for each function, <see cref="Bit"/>, and one for <see cref="NotReentrant"/>.</param>
/// <param name="Claims">What <see cref="ClaimsFunction"/> returned, a character for each byte; empty without one.</param>
internal readonly record struct Greeting(int Symbols, string Claims = "")
{
    public const int Size = sizeof(int) + MostClaims;

    /// <summary>Bytes that the claims may have, with the zero behind them.</summary>
    public const int MostClaims = 1024;

    /// <summary>The function that a library exports to claim something.</summary>
    public const string ClaimsFunction = "refconv_claims";

    /// <summary>Said instead of symbols: the library could not be loaded; the reason is in the child's last words.</summary>
    public const int NotLoaded = -1;

    private const int ReentrancyBit = 6;

    /// <summary>The symbol that a library exports if two calls must not run at the same time.</summary>
    public const string NotReentrant = "refconv_not_reentrant";

    public bool IsReentrant => (Symbols & 1 << ReentrancyBit) == 0;

    public bool HasFunctions => (Symbols & (1 << ReentrancyBit) - 1) != 0;

    /// <summary>The operators with a function for elements of so many bytes.</summary>
    public ImmutableArray<ConvolutionOperator> Operators(int elementSize)
    {
        int symbols = Symbols;
        return [.. ConvolutionOperators.Trilinear.Where(op => (symbols & Bit(op, elementSize)) != 0)];
    }

    /// <summary>For example <c>refconv_data_gradient_f32</c>.</summary>
    public static string Symbol(ConvolutionOperator op, int elementSize) => $"refconv_{op.Name().Replace(' ', '_')}_f{8 * elementSize}";

    public static int Bit(ConvolutionOperator op, int elementSize) => 1 << Index(op, elementSize);

    /// <summary>0..5.</summary>
    public static int Index(ConvolutionOperator op, int elementSize) => (2 * (int)op) + (elementSize == sizeof(double) ? 1 : 0);

    public static Greeting Parse(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(bytes), Encoding.Latin1.GetString(bytes[sizeof(int)..]).TrimEnd('\0'));

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Symbols);
        Encoding.Latin1.GetBytes(Claims, bytes.AsSpan(sizeof(int)));
        return bytes;
    }

    public static int ReentrancySymbol(bool isExported) => isExported ? 1 << ReentrancyBit : 0;
}
