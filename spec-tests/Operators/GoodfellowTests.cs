using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>
/// The equations 9.8, 9.11, 9.13 and 9.16 of Goodfellow, Bengio, Courville (Deep Learning, 2016) as the book writes them: loops whose
/// indices begin at 1, in three channels in and two out.
/// </summary>
public sealed class GoodfellowTests
{
    private const int Channels = 3;
    private const int Outputs = 2;

    [Test]
    public void Equation_9_8_is_the_strided_forward_operator([Range(1, 3)] int s)
    {
        ConvolutionGeometry geometry = Strided(s);
        int[,,] V = Image(geometry);
        int[,,,] K = Kernels();
        var Z = new int[Outputs, geometry.OutputShape[2], geometry.OutputShape[3]];
        for (int i = 1; i <= Outputs; i++)
            for (int j = 1; j <= Z.GetLength(1); j++)
                for (int k = 1; k <= Z.GetLength(2); k++)
                    for (int l = 1; l <= Channels; l++)
                        for (int m = 1; m <= 3; m++)
                            for (int n = 1; n <= 2; n++)
                                Z[i - 1, j - 1, k - 1] += V[l - 1, ((j - 1) * s) + m - 1, ((k - 1) * s)
                                    + n - 1] * K[i - 1, l - 1, m - 1, n - 1];

        var y = new int[geometry.OutputLength];
        new ScalarConvolution<int>().Forward(geometry, Flat(V), Flat(K), [], y);
        Assert.That(y, Is.EqualTo(Flat(Z)));
    }

    [Test]
    public void Equation_9_11_is_the_weight_gradient([Range(1, 3)] int s)
    {
        ConvolutionGeometry geometry = Strided(s);
        int[,,] V = Image(geometry);
        int[,,] G = Gradient(geometry);
        var dK = new int[Outputs, Channels, 3, 2];
        for (int i = 1; i <= Outputs; i++)
            for (int j = 1; j <= Channels; j++)
                for (int k = 1; k <= 3; k++)
                    for (int l = 1; l <= 2; l++)
                        for (int m = 1; m <= G.GetLength(1); m++)
                            for (int n = 1; n <= G.GetLength(2); n++)
                                dK[i - 1, j - 1, k - 1, l - 1] += G[i - 1, m - 1, n - 1] * V[j - 1, ((m - 1) * s) + k - 1, ((n - 1) * s)
                                    + l - 1];

        var dw = new int[geometry.WeightLength];
        new ScalarConvolution<int>().WeightGradient(geometry, Flat(V), Flat(G), dw);
        Assert.That(dw, Is.EqualTo(Flat(dK)));
    }

    [Test]
    public void Equation_9_13_is_the_data_gradient([Range(1, 3)] int s)
    {
        ConvolutionGeometry geometry = Strided(s);
        int[,,,] K = Kernels();
        int[,,] G = Gradient(geometry);
        var dV = new int[Channels, geometry.InputShape[2], geometry.InputShape[3]];
        for (int i = 1; i <= Channels; i++)
            for (int j = 1; j <= dV.GetLength(1); j++)
                for (int k = 1; k <= dV.GetLength(2); k++)
                    for (int l = 1; l <= G.GetLength(1); l++)
                        for (int m = 1; m <= 3; m++)
                            if (((l - 1) * s) + m == j)
                                for (int n = 1; n <= G.GetLength(2); n++)
                                    for (int p = 1; p <= 2; p++)
                                        if (((n - 1) * s) + p == k)
                                            for (int q = 1; q <= Outputs; q++)
                                                dV[i - 1, j - 1, k - 1] += K[q - 1, i - 1, m - 1, p - 1] * G[q - 1, l - 1, n - 1];

        var dx = new int[geometry.InputLength];
        new ScalarConvolution<int>().DataGradient(geometry, Flat(K), Flat(G), dx);
        Assert.That(dx, Is.EqualTo(Flat(dV)));
    }

    /// <summary>
    /// 1-based, j % t + 1 takes kernel 2 first (t = 2: 2, 1, 2 …); the operator begins with kernel 0, so the book's kernels are handed to
    /// it turned by one.
    /// </summary>
    [Test]
    public void Equation_9_16_is_the_tiled_operator_with_its_kernels_turned_by_one([Values(1, 2, 3, 5)] int t)
    {
        var geometry = new ConvolutionGeometry(1, Channels, Outputs, 1, new Axis(6, 3, tile: t), new Axis(5, 2, tile: t));
        int[,,] V = Image(geometry);
        int[][,,,] K = [.. Enumerable.Range(0, t * t).Select(static tile => Kernels(tile))];   // K[…, a, b] at a·t + b, a and b from 0
        var Z = new int[Outputs, geometry.OutputShape[2], geometry.OutputShape[3]];
        for (int i = 1; i <= Outputs; i++)
            for (int j = 1; j <= Z.GetLength(1); j++)
                for (int k = 1; k <= Z.GetLength(2); k++)
                    for (int l = 1; l <= Channels; l++)
                        for (int m = 1; m <= 3; m++)
                            for (int n = 1; n <= 2; n++)
                                Z[i - 1, j - 1, k - 1] += V[l - 1, j + m - 2, k + n - 2] * K[((j % t) * t)
                                    + (k % t)][i - 1, l - 1, m - 1, n - 1];

        int[] turned = [.. from a in Enumerable.Range(1, t) from b in Enumerable.Range(1, t) from number in Flat(
            K[((a % t) * t) + (b % t)]) select number];
        var y = new int[geometry.OutputLength];
        new ScalarConvolution<int>().Forward(geometry, Flat(V), turned, [], y);
        Assert.That(y, Is.EqualTo(Flat(Z)));
    }

    private static ConvolutionGeometry Strided(int s) => new(1, Channels, Outputs, 1, new Axis(7, 3, s), new Axis(6, 2, s));

    private static int[,,] Image(ConvolutionGeometry geometry)
    {
        var image = new int[Channels, geometry.InputShape[2], geometry.InputShape[3]];
        Fill(image, image.Length, 1);
        return image;
    }

    private static int[,,] Gradient(ConvolutionGeometry geometry)
    {
        var gradient = new int[Outputs, geometry.OutputShape[2], geometry.OutputShape[3]];
        Fill(gradient, gradient.Length, 2);
        return gradient;
    }

    private static int[,,,] Kernels(int tile = 0)
    {
        var kernels = new int[Outputs, Channels, 3, 2];
        Fill(kernels, kernels.Length, 3 + tile);
        return kernels;
    }

    /// <summary>Numbers without a pattern in reach: e² + 7·seed·e mod 101.</summary>
    private static void Fill(Array array, int length, int seed)
    {
        int[] numbers = [.. Enumerable.Range(1, length).Select(e => ((e * e) + (7 * seed * e)) % 101)];
        Buffer.BlockCopy(numbers, 0, array, 0, length * sizeof(int));
    }

    private static int[] Flat(Array array) => [.. array.Cast<int>()];
}
