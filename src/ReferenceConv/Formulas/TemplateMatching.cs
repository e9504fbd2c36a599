namespace ReferenceConv.Formulas;

/// <summary>
/// Where in a signal does a template w stand? Three scores of the window that starts at i, in order of how well they answer. Lecture 1
/// names the first; it grows with the brightness of the window and need not peak at the template (erratum E41). The other two are right.
/// </summary>
public static class TemplateMatching
{
    /// <summary>[S1.17] c[i] = Σₖ x[i+k] · w[k]: raw correlation, zero-based.</summary>
    /// <param name="x">The signal, D samples.</param>
    /// <param name="w">The template, K samples, 1 ≤ K ≤ D.</param>
    /// <returns>D−K+1 scores; the largest is <b>not</b> always the template's place (erratum E41).</returns>
    /// <exception cref="ArgumentException">The template is empty or longer than the signal.</exception>
    [Formula("S1.17"), Erratum("E41")]
    public static double[] Correlation(double[] x, double[] w) => Slide(x, w, i => Sum(w.Length, k => x[i + k] * w[k]));

    /// <summary>[S1.17] s[i] = Σₖ (x[i+k] − w[k])²: the sum of squared differences.</summary>
    /// <param name="x">The signal, D samples.</param>
    /// <param name="w">The template, K samples, 1 ≤ K ≤ D.</param>
    /// <returns>D−K+1 scores; 0 exactly where the window equals the template, positive elsewhere.</returns>
    /// <exception cref="ArgumentException">The template is empty or longer than the signal.</exception>
    [Formula("S1.17"), Erratum("E41")]
    public static double[] SquaredDifferences(double[] x, double[] w) =>
        Slide(x, w, i => Sum(w.Length, k => (x[i + k] - w[k]) * (x[i + k] - w[k])));

    /// <summary>
    /// [S1.17] n[i] = Σₖ x[i+k]·w[k] / √(Σₖ x[i+k]² · Σₖ w[k]²): the cosine between window and template. A window of zeros looks like
    /// nothing and scores 0.
    /// </summary>
    /// <param name="x">The signal, D samples.</param>
    /// <param name="w">The template, K samples, 1 ≤ K ≤ D.</param>
    /// <returns>D−K+1 scores in −1..1; 1 where the window is a positive multiple of the template.</returns>
    /// <exception cref="ArgumentException">The template is empty or longer than the signal.</exception>
    [Formula("S1.17"), Erratum("E41")]
    public static double[] NormalisedCorrelation(double[] x, double[] w) => Slide(x, w, i =>
    {
        double product = Sum(w.Length, k => x[i + k] * w[k]);
        double energies = Sum(w.Length, k => x[i + k] * x[i + k]) * Sum(w.Length, k => w[k] * w[k]);
        return energies == 0 ? 0 : product / Math.Sqrt(energies);
    });

    /// <summary>One score for each of the D−K+1 places where the template fits.</summary>
    private static double[] Slide(double[] x, double[] w, Func<int, double> score)
    {
        Require.Fits(x.Length, w.Length);
        var scores = new double[x.Length - w.Length + 1];
        for (int i = 0; i < scores.Length; i++)
            scores[i] = score(i);
        return scores;
    }

    /// <summary>Σ term(k) over k = 0..K−1.</summary>
    private static double Sum(int K, Func<int, double> term)
    {
        double sum = 0;
        for (int k = 0; k < K; k++)
            sum += term(k);
        return sum;
    }
}
