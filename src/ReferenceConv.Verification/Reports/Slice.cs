using System.Collections.Immutable;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// Two axes of an array: its last two, so that a line of channels is a grid as well as an image is. What does not fit is cut, and the title
/// says what is left: <c>x[0,1,:,2..7]</c>.
/// </summary>
internal sealed class Slice
{
    private const int MostRows = 12;
    private const int Context = 2;   // rows or columns before the element that must be seen
    private const int WidestGrid = Wrapping.Width - 2;

    private readonly string name;
    private readonly ImmutableArray<int> sizes;
    private readonly int number;
    private readonly Func<int, string> text;
    private readonly Func<int, bool> isMarked;

    /// <summary>A slice of an array.</summary>
    /// <param name="name">What the title calls it; with a blank at its end the title has no indices unless something is cut.</param>
    /// <param name="sizes">The sizes of the array.</param>
    /// <param name="number">Which slice, row-major over the axes before the last two.</param>
    /// <param name="text">The element of a flat index, as it is printed.</param>
    /// <param name="isMarked">Whether it stands in brackets.</param>
    public Slice(string name, ImmutableArray<int> sizes, int number, Func<int, string> text, Func<int, bool> isMarked) =>
        (this.name, this.sizes, this.number, this.text, this.isMarked) = (name, sizes, number, text, isMarked);

    /// <summary>How many elements one slice of an array has.</summary>
    public static int Length(ImmutableArray<int> sizes) => sizes.TakeLast(2).Aggregate(1, static (product, size) => product * size);

    /// <summary>The title and the rows, all of one length.</summary>
    /// <param name="shown">An element that must not be cut away.</param>
    public string[] Lines(int shown)
    {
        int columns = sizes[^1];
        int rows = Length(sizes) / columns;
        int at = shown % Length(sizes);
        int height = Math.Min(rows, MostRows);
        int top = Start(at / columns, rows, height);

        int[] all = [.. Enumerable.Range(0, columns)];
        int cell = all.Max(column => Enumerable.Range(top, height).Max(row => text(Element(row, column)).Length));
        bool hasMarks = Enumerable.Range(top, height).Any(row => all.Any(column => isMarked(Element(row, column))));
        int pitch = cell + (hasMarks ? 2 : 1);
        int width = Math.Min(columns, Math.Max(1, WidestGrid / pitch));
        int left = Start(at % columns, columns, width);

        string Cell(int row, int column)
        {
            int e = Element(row, column);
            string padded = text(e).PadLeft(cell);
            return !hasMarks ? padded + " " : isMarked(e) ? $"{new string(' ', cell - text(e).Length)}[{text(e)}]" : $" {padded} ";
        }

        string[] lines =
        [
            Title(top, height, rows, left, width, columns),
            .. Enumerable.Range(top, height).Select(
                row => string.Concat(Enumerable.Range(left, width).Select(column => Cell(row, column))).TrimEnd()),
        ];
        int longest = lines.Max(static line => line.Length);
        return [.. lines.Select(line => line.PadRight(longest))];
    }

    private static int Start(int at, int count, int room) => Math.Clamp(at - Context, 0, count - room);

    private static string Range(int from, int room, int count) => room == count ? ":" : $"{from}..{from + room - 1}";

    private int Element(int row, int column) => (number * Length(sizes)) + (row * sizes[^1]) + column;

    private string Title(int top, int height, int rows, int left, int width, int columns)
    {
        int[] leading = RowMajor.Coordinates(number, sizes.AsSpan()[..Math.Max(0, sizes.Length - 2)]);
        IEnumerable<string> last = sizes.Length == 1
            ? [Range(left, width, columns)]
            : [Range(top, height, rows), Range(left, width, columns)];
        bool isWhole = last.All(static range => range == ":");
        return name.EndsWith(' ') && isWhole
            ? name.TrimEnd()
            : $"{name.TrimEnd()}[{string.Join(',', [.. leading.Select(static index => $"{index}"), .. last])}]";
    }
}
