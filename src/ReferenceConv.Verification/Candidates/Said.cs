using System.Text;

namespace ReferenceConv.Verification.Candidates;

/// <summary>What a candidate says, in a message of ours: the reason may stand at the end, so it is whole, but for memory's sake.</summary>
internal static class Said
{
    /// <summary>The most characters that are kept.</summary>
    public const int Longest = 2000;

    /// <summary>In one line, without control characters.</summary>
    public static string Whole(string text)
    {
        var plain = new StringBuilder();
        foreach (char letter in text.AsSpan(0, Math.Min(text.Length, Longest)).TrimEnd())
            plain.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? '·' : letter);
        return plain.Append(text.Length > Longest ? "…" : "").ToString();
    }
}
