namespace ReferenceConv.Formulas;

/// <summary>
/// The filters lecture 1 shows pictures of: blur, edges, lines. The slides print no numbers for them; each kernel here is the
/// textbook one and says what its weights sum to, because that sum is what the filter makes of a constant image.
/// </summary>
public static class Kernels
{
    /// <summary>
    /// [S1.18] g[i,j] = exp(−((i−c)² + (j−c)²) / 2σ²) / Σ with c = (K−1)/2: the Gaussian blur. The weights sum to 1.
    /// </summary>
    /// <param name="K">Rows and columns, odd so that the centre is a pixel.</param>
    /// <param name="sigma">The standard deviation σ in pixels, above 0.</param>
    /// <returns>K × K weights.</returns>
    /// <exception cref="ArgumentException">K is even or below 1, or σ is not a positive finite number.</exception>
    [Formula("S1.18")]
    public static double[,] Gaussian(int K, double sigma)
    {
        Require.Odd(K);
        Require.That(double.IsFinite(sigma) && sigma > 0, $"standard deviation sigma must be finite and > 0, was {sigma}");

        return Normalised(K, (i, j) => Math.Exp(-(((i / sigma) * (i / sigma)) + ((j / sigma) * (j / sigma))) / 2));
    }

    /// <summary>
    /// [S1.18] 4/(1+α) · [α/4, (1−α)/4, α/4; (1−α)/4, −1, (1−α)/4; α/4, (1−α)/4, α/4]: the Laplacian, the sum of second
    /// differences, with a share α of it taken along the diagonals. The weights sum to 0. With α = 0 it is the cross 1, 1, −4, 1, 1;
    /// with α = 0.2 it rounds to the matrix lecture 1 prints.
    /// </summary>
    /// <param name="alpha">The share α of the diagonals, in 0..1.</param>
    /// <returns>3 × 3 weights.</returns>
    /// <exception cref="ArgumentException">α is outside 0..1.</exception>
    [Formula("S1.18")]
    public static double[,] Laplacian(double alpha)
    {
        Require.That(alpha is >= 0 and <= 1, $"diagonal share alpha must be in 0..1, was {alpha}");

        double corner = alpha / (1 + alpha);
        double side = (1 - alpha) / (1 + alpha);
        double centre = -4 / (1 + alpha);
        return new[,] { { corner, side, corner }, { side, centre, side }, { corner, side, corner } };
    }

    /// <summary>
    /// [S1.18] LoG = L * G, in full: the Laplacian of a Gaussian as one kernel. The weights sum to 0, as those of L do.
    /// </summary>
    /// <param name="K">Rows and columns of the Gaussian, odd.</param>
    /// <param name="sigma">Its standard deviation σ, above 0.</param>
    /// <param name="alpha">The Laplacian's share of the diagonals, in 0..1.</param>
    /// <returns>(K+2) × (K+2) weights.</returns>
    /// <exception cref="ArgumentException">One of the two factors refuses its arguments.</exception>
    [Formula("S1.18")]
    public static double[,] LaplacianOfGaussian(int K, double sigma, double alpha) =>
        LaplacianOfGaussian<double>.Full(Laplacian(alpha), Gaussian(K, sigma));

    /// <summary>
    /// [S1.18] Edge detection: rows above minus rows below under correlation, blurred along the row (Sobel's weights); convolution turns
    /// the sign. The weights sum to 0.
    /// </summary>
    /// <returns>3 × 3 weights.</returns>
    [Formula("S1.18")]
    public static double[,] Edge() => new double[,] { { 1, 2, 1 }, { 0, 0, 0 }, { -1, -2, -1 } };

    /// <summary>[S1.18] Horizontal line detection: a row against its two neighbours. The weights sum to 0.</summary>
    /// <returns>3 × 3 weights.</returns>
    [Formula("S1.18")]
    public static double[,] HorizontalLine() => new double[,] { { -1, -1, -1 }, { 2, 2, 2 }, { -1, -1, -1 } };

    /// <summary>[S1.16] Smoothing: the mean of a K × K window, every weight 1/K². The weights sum to 1.</summary>
    /// <param name="K">Rows and columns, odd.</param>
    /// <returns>K × K weights.</returns>
    /// <exception cref="ArgumentException">K is even or below 1.</exception>
    [Formula("S1.16")]
    public static double[,] Box(int K)
    {
        Require.Odd(K);
        return Normalised(K, (i, j) => 1);
    }

    /// <summary>[S1.16] Sharpening: δ − L, the image minus its Laplacian, so that every edge is overshot. The weights sum to 1.</summary>
    /// <param name="alpha">The Laplacian's share of the diagonals, in 0..1.</param>
    /// <returns>3 × 3 weights.</returns>
    /// <exception cref="ArgumentException">α is outside 0..1.</exception>
    [Formula("S1.16")]
    public static double[,] Sharpening(double alpha)
    {
        double[,] sharp = Laplacian(alpha);
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
                sharp[i, j] = (i == 1 && j == 1 ? 1 : 0) - sharp[i, j];
        return sharp;
    }

    /// <summary>
    /// [S1.07] d[i,j] = 1/N where (i−r)² + (j−r)² ≤ r², else 0, over the N pixels inside: the blur circle of a lens out of focus.
    /// The weights sum to 1.
    /// </summary>
    /// <param name="r">The radius in pixels, at least 0; radius 0 is the identity.</param>
    /// <returns>(2r+1) × (2r+1) weights.</returns>
    /// <exception cref="ArgumentException">The radius is negative, or the kernel too large.</exception>
    [Formula("S1.07")]
    public static double[,] Disk(int r)
    {
        Require.That(r >= 0, $"radius must be ≥ 0, was {r}");
        return Normalised(Require.Size((2L * r) + 1, "kernel size 2r+1"), (i, j) => (i * i) + (j * j) <= r * r ? 1 : 0);
    }

    /// <summary>The K × K kernel of <paramref name="weight"/>(rows from the centre, columns from the centre), divided by its sum.</summary>
    private static double[,] Normalised(int K, Func<int, int, double> weight)
    {
        var kernel = new double[K, K];
        double sum = 0;
        for (int i = 0; i < K; i++)
            for (int j = 0; j < K; j++)
                sum += kernel[i, j] = weight(i - (K / 2), j - (K / 2));
        for (int i = 0; i < K; i++)
            for (int j = 0; j < K; j++)
                kernel[i, j] /= sum;
        return kernel;
    }
}
