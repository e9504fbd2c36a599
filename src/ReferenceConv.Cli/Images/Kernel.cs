using System.Globalization;
using ReferenceConv.Formulas;

namespace ReferenceConv.Cli.Images;

/// <summary>The kernels a photograph can be filtered with: those of the lectures by name, any other from a text file.</summary>
public static class Kernel
{
    private const int MaxCharacters = 1 << 20;

    private static readonly (string Name, string What, Func<double[,]> Weights)[] Named =
    [
        ("gaussian", "blur, 9 × 9, σ = 2", () => Kernels.Gaussian(9, 2)),
        ("box", "mean of 5 × 5", () => Kernels.Box(5)),
        ("disk", "lens out of focus, radius 4", () => Kernels.Disk(4)),
        ("sharpen", "3 × 3, the image minus its Laplacian, α = 0.2", () => Kernels.Sharpening(0.2)),
        ("laplacian", "3 × 3, α = 0.2", () => Kernels.Laplacian(0.2)),
        ("log", "Laplacian of Gaussian, 11 × 11, σ = 1.4", () => Kernels.LaplacianOfGaussian(9, 1.4, 0.2)),
        ("edge", "3 × 3, rows above minus rows below", Kernels.Edge),
        ("horizontal-line", "3 × 3, a row against its neighbours", Kernels.HorizontalLine),
        ("lecture1-g", "the Gaussian lecture 1 prints, 5 × 5", () => ToDouble(PrintedKernels.Gaussian())),
        ("lecture1-l", "the Laplacian lecture 1 prints, 3 × 3", () => ToDouble(PrintedKernels.Laplacian())),
        ("lecture1-log", "the Laplacian of Gaussian lecture 1 prints, 5 × 5", () => ToDouble(PrintedKernels.LaplacianOfGaussian())),
        ("lecture2", "K of lecture 2's worked example, 3 × 3", () => new double[,] { { 0, 0, 1 }, { 0, 2, 0 }, { 1, 1, 0 } }),
        ("lecture3", "the X of lecture 3, 3 × 3", () => new double[,] { { 1, 0, 1 }, { 0, 1, 0 }, { 1, 0, 1 } }),
    ];

    /// <summary>Every name and what it stands for, one a line.</summary>
    public static string Names => string.Join('\n', Named.Select(k => $"  {k.Name,-16} {k.What}"));

    /// <summary>The kernel of this name, or else the one in the file of this name.</summary>
    /// <exception cref="ArgumentException">There is neither, or it is a folder.</exception>
    /// <exception cref="InvalidDataException">The file holds no kernel; the message says why.</exception>
    public static double[,] Find(string nameOrFile)
    {
        foreach ((string name, _, Func<double[,]> weights) in Named)
            if (name == nameOrFile)
                return weights();

        if (Directory.Exists(nameOrFile))
            throw new ArgumentException($"kernel must be a file, was the folder '{nameOrFile}'");
        if (!File.Exists(nameOrFile))
            throw new ArgumentException(
                $"kernel must be a file of numbers or one of {string.Join(", ", Named.Select(k => k.Name))}, was '{nameOrFile}'");

        return Parse(ReadText(nameOrFile));
    }

    /// <summary>
    /// A kernel as text: a line of numbers for each row, between blanks or commas; # begins a comment, empty lines do not count.
    /// </summary>
    /// <exception cref="InvalidDataException">There is no number, a word is none, or the rows differ in length.</exception>
    public static double[,] Parse(string text)
    {
        string[][] rows =
        [
            .. text.Split('\n')
                .Select(line => line.Split('#')[0].Split([' ', '\t', '\r', ','], StringSplitOptions.RemoveEmptyEntries))
                .Where(row => row.Length > 0),
        ];
        if (rows.Length == 0)
            throw new InvalidDataException("a kernel must have at least one number, has none");

        var weights = new double[rows.Length, rows[0].Length];
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != rows[0].Length)
                throw new InvalidDataException(
                    $"rows of a kernel must be equally long: row 0 has {rows[0].Length} numbers, row {i} has {rows[i].Length}");

            for (int j = 0; j < rows[i].Length; j++)
                weights[i, j] = Number(rows[i][j]);
        }

        // 255 Σ|w| bounds every sum over a picture.
        if (!double.IsFinite(255 * weights.Cast<double>().Sum(Math.Abs)))
            throw new InvalidDataException("weights of a kernel must be so small that 255 Σ|w| is finite");

        return weights;
    }

    private static double Number(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw new InvalidDataException($"a weight must be a finite number, was '{(word.Length <= 20 ? word : word[..20] + "…")}'");

    private static double[,] ToDouble(decimal[,] printed)
    {
        var weights = new double[printed.GetLength(0), printed.GetLength(1)];
        for (int i = 0; i < weights.GetLength(0); i++)
            for (int j = 0; j < weights.GetLength(1); j++)
                weights[i, j] = (double)printed[i, j];

        return weights;
    }

    private static string ReadText(string path)
    {
        using StreamReader file = File.OpenText(path);
        var text = new char[MaxCharacters + 1];
        int length = file.ReadBlock(text);
        return length <= MaxCharacters
            ? new string(text, 0, length)
            : throw new InvalidDataException($"a kernel file must have at most {MaxCharacters} characters, has more");
    }
}
