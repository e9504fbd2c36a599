using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReferenceConv.Benchmarks.Peers;

/// <summary>Fused multiply-adds on registers only: 24 sums that do not wait for each other, which no machine's latency outlasts.</summary>
internal static class FmaLoop
{
    /// <summary>Multiply-adds of one pass, in vectors.</summary>
    public const int PerPass = 24;

    /// <summary>Runs this many passes on vectors of a width.</summary>
    /// <returns>A number that depends on every sum, so that none is left out.</returns>
    public static float Run(int width, int passes) => width switch
    {
        512 => Run(Vector512.Create(0.999f), Vector512.Create(0.001f), passes).ToScalar(),
        256 => Run(Vector256.Create(0.999f), Vector256.Create(0.001f), passes).ToScalar(),
        _ => Run(Vector128.Create(0.999f), Vector128.Create(0.001f), passes).ToScalar(),
    };

    // Inlined into a caller that forgets the result, it would be an empty loop.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static TVector Run<TVector>(TVector a, TVector b, int passes)
        where TVector : struct
    {
        TVector s00 = b, s01 = b, s02 = b, s03 = b, s04 = b, s05 = b, s06 = b, s07 = b;
        TVector s08 = b, s09 = b, s10 = b, s11 = b, s12 = b, s13 = b, s14 = b, s15 = b;
        TVector s16 = b, s17 = b, s18 = b, s19 = b, s20 = b, s21 = b, s22 = b, s23 = b;
        for (int pass = 0; pass < passes; pass++)
        {
            s00 = Fma(s00, a, b);
            s01 = Fma(s01, a, b);
            s02 = Fma(s02, a, b);
            s03 = Fma(s03, a, b);
            s04 = Fma(s04, a, b);
            s05 = Fma(s05, a, b);
            s06 = Fma(s06, a, b);
            s07 = Fma(s07, a, b);
            s08 = Fma(s08, a, b);
            s09 = Fma(s09, a, b);
            s10 = Fma(s10, a, b);
            s11 = Fma(s11, a, b);
            s12 = Fma(s12, a, b);
            s13 = Fma(s13, a, b);
            s14 = Fma(s14, a, b);
            s15 = Fma(s15, a, b);
            s16 = Fma(s16, a, b);
            s17 = Fma(s17, a, b);
            s18 = Fma(s18, a, b);
            s19 = Fma(s19, a, b);
            s20 = Fma(s20, a, b);
            s21 = Fma(s21, a, b);
            s22 = Fma(s22, a, b);
            s23 = Fma(s23, a, b);
        }

        // No call may follow the loop but these: a sum that lives across one would be stored in every pass.
        TVector t0 = Fma(s00, s01, s02), t1 = Fma(s03, s04, s05), t2 = Fma(s06, s07, s08), t3 = Fma(s09, s10, s11);
        TVector t4 = Fma(s12, s13, s14), t5 = Fma(s15, s16, s17), t6 = Fma(s18, s19, s20), t7 = Fma(s21, s22, s23);
        return Fma(Fma(t0, t1, t2), Fma(t3, t4, t5), Fma(t6, t7, b));
    }

    /// <summary>a·b + c with one rounding. The compiler knows TVector and leaves one branch and no box.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Fma<TVector>(TVector a, TVector b, TVector c)
        where TVector : struct
    {
        if (typeof(TVector) == typeof(Vector512<float>))
            return (TVector)(object)Vector512.FusedMultiplyAdd(
                (Vector512<float>)(object)a, (Vector512<float>)(object)b, (Vector512<float>)(object)c);
        if (typeof(TVector) == typeof(Vector256<float>))
            return (TVector)(object)Vector256.FusedMultiplyAdd(
                (Vector256<float>)(object)a, (Vector256<float>)(object)b, (Vector256<float>)(object)c);
        return (TVector)(object)Vector128.FusedMultiplyAdd(
            (Vector128<float>)(object)a, (Vector128<float>)(object)b, (Vector128<float>)(object)c);
    }
}
