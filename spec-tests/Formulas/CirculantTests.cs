using NUnit.Framework;
using ReferenceConv.Formulas;

namespace ReferenceConv.SpecTests.Formulas;

public sealed class CirculantTests
{
    private static readonly int[] X = [4, -3, 0, 2, 1];

    private static readonly int[,] Any =
        { { 1, 2, -3, 0, 4 }, { -4, 1, 2, 2, 3 }, { 0, 0, 1, -2, 3 }, { 4, -1, 0, 2, 2 }, { 3, 3, -4, 1, 0 } };

    [Test, Formula("S3.16")]
    public void Operator_that_commutes_with_the_shift_is_the_convolution_with_its_impulse_response()
    {
        int[,] M = Circulant<int>.SumOverShifts(Any);

        Assert.That(Circulant<int>.CommutesWithShift(M), Is.True);
        Assert.That(Apply(M, X), Is.EqualTo(CircularConvolution<int>.Convolve(X, Circulant<int>.ImpulseResponse(M))));
        Assert.That(Apply(M, Translation<int>.ShiftCyclic(X, 1)), Is.EqualTo(Translation<int>.ShiftCyclic(Apply(M, X), 1)));
    }

    [Test, Formula("S3.16")]
    public void Operator_that_does_not_commute_with_the_shift_is_no_convolution()
    {
        Assert.That(Circulant<int>.CommutesWithShift(Any), Is.False);
        Assert.That(Apply(Any, X), Is.Not.EqualTo(CircularConvolution<int>.Convolve(X, Circulant<int>.ImpulseResponse(Any))));
        Assert.That(Apply(Any, Translation<int>.ShiftCyclic(X, 1)), Is.Not.EqualTo(Translation<int>.ShiftCyclic(Apply(Any, X), 1)));
    }

    [Test, Formula("S3.16")]
    public void Circulant_matrix_has_shifted_copies_of_the_impulse_response_for_columns()
    {
        int[,] M = Circulant<int>.FromImpulseResponse([1, 2, 3]);

        Assert.That(M, Is.EqualTo(new[,] { { 1, 3, 2 }, { 2, 1, 3 }, { 3, 2, 1 } }));
        Assert.That(Circulant<int>.CommutesWithShift(M), Is.True);
        Assert.That(Circulant<int>.ImpulseResponse(M), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test, Formula("S3.16")]
    public void Sum_over_all_shifts_adds_up_each_wrapped_diagonal() =>
        Assert.That(
            Circulant<int>.SumOverShifts(new[,] { { 1, 2, 3 }, { 0, 5, 6 }, { 7, 8, 0 } }),
            Is.EqualTo(new[,] { { 1 + 5 + 0, 2 + 6 + 7, 3 + 0 + 8 }, { 11, 6, 15 }, { 15, 11, 6 } }));

    [Test, Erratum("E27")]
    public void Zero_padded_window_has_no_group_of_shifts()
    {
        // The matrix of a same correlation, column by column from the unit signals: a convolution, and still not equivariant on five
        // samples.
        var M = new int[5, 5];
        for (int j = 0; j < 5; j++)
        {
            int[] y = Correlation<int>.Same(Translation<int>.Shift([1, 0, 0, 0, 0], j), [1, 2, 3]);
            for (int i = 0; i < 5; i++)
                M[i, j] = y[i];
        }

        Assert.That(Circulant<int>.CommutesWithShift(M), Is.False);
    }

    [Test]
    public void One_stray_entry_is_enough_not_to_commute()
    {
        for (int place = 0; place < 9; place++)
        {
            int[,] M = Circulant<int>.FromImpulseResponse([1, 2, 3]);
            M[place / 3, place % 3] += 1;
            Assert.That(Circulant<int>.CommutesWithShift(M), Is.False);
        }
    }

    [Test]
    public void Only_square_matrices_act_on_a_circle()
    {
        const string rule = "matrix must be square, was 2×3";
        Assert.That(() => Circulant<int>.CommutesWithShift(new int[2, 3]), Refused.Because(rule));
        Assert.That(() => Circulant<int>.ImpulseResponse(new int[2, 3]), Refused.Because(rule));
        Assert.That(() => Circulant<int>.SumOverShifts(new int[2, 3]), Refused.Because(rule));
        Assert.That(
            () => Circulant<int>.ImpulseResponse(new int[0, 0]), Refused.Because("signal size D must be ≥ 1, was 0"));
    }

    private static int[] Apply(int[,] M, int[] x) =>
        [.. Enumerable.Range(0, x.Length).Select(i => x.Select((value, j) => M[i, j] * value).Sum())];
}
