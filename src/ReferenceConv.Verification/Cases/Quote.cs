using System.Text;

namespace ReferenceConv.Verification.Cases;

/// <summary>What somebody else wrote, in a message of ours: one line, not too long, without control characters.</summary>
internal static class Quote
{
    private const int Longest = 100;

    /// <summary>In single quotes.</summary>
    public static string Of(string text) => $"'{Plain(text)}'";

    /// <summary>Without quotes.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (char letter in text.AsSpan(0, Math.Min(text.Length, Longest)).TrimEnd())
            plain.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? '·' : letter);
        return plain.Append(text.Length > Longest ? "…" : "").ToString();
    }
}
