using System.Reflection;
using NUnit.Framework;
using NUnit.Framework.Internal;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Laws;

namespace ReferenceConv.SpecTests.Witnesses;

/// <summary>The witnesses. Each compares two computations that share as little as possible.</summary>
internal static class WitnessStand
{
    private const int CasesPerLaw = 120;
    private const ulong Seed = 1;

    /// <summary>All witnesses, in the order of the page's columns.</summary>
    public static IReadOnlyList<Witness> All { get; } =
    [
        new("numbers", "the lectures' worked numbers, and the formulas against each other", NumbersDiffer),
        Laws(
            "formula",
            "the scalar operators against the sum over an explicitly padded image, which knows no geometry",
            "The output size counts the windows that fit",
            "Forward equals the sum over the padded image",
            "The data gradient equals the sum over the padded image",
            "The weight gradient equals the sum over the padded image",
            "Max pooling takes the greatest of each padded window",
            "The max pooling gradient goes to the first greatest",
            "Average pooling takes the mean of each padded window"),
        Laws(
            "GEMM",
            "the im2col path against the scalar operators",
            "Im2col forward equals scalar forward on integers",
            "Im2col data gradient equals scalar data gradient on integers",
            "Im2col weight gradient equals scalar weight gradient on integers",
            "Im2col equals scalar on doubles filled for structure"),
        Laws(
            "adjoint",
            "⟨y, g⟩ = ⟨x, dx⟩ = ⟨w, dw⟩, and col2im against im2col",
            "The three operators compute one trilinear form",
            "Col2im is the transpose of im2col",
            "The average pooling gradient is the transpose of average pooling"),
        Laws(
            "Dual",
            "the gradients against derivatives by dual numbers",
            "The data gradient is the derivative by dual numbers",
            "The weight gradient is the derivative by dual numbers"),
        new("Toeplitz", "formulas and scalar operators against a dense MathNet matrix times a vector", Toeplitz.Differs),
    ];

    /// <summary>The names of the witnesses that notice something, in their order.</summary>
    public static string[] WhoNotices() => [.. All.Where(static witness => Sees(witness)).Select(static witness => witness.Name)];

    private static bool Sees(Witness witness)
    {
        try
        {
            return witness.Notices();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return true;
        }
    }

    private static Witness Laws(string name, string statement, params string[] laws) => new(name, statement, () =>
    {
        Law[] asked = [.. laws.Select(static law => LawBook.All.Single(known => known.Name == law))];
        return asked.Any(static law => Enumerable.Range(0, CasesPerLaw).Any(index => law.Check(ConvolutionCase.Random(Seed, index)) is not null));
    });

    /// <summary>Runs every test of the formulas that stands by itself, without recording its assertions in the test that runs now.</summary>
    private static bool NumbersDiffer()
    {
        using var isolated = new TestExecutionContext.IsolatedContext();
        foreach (Type fixture in typeof(WitnessStand).Assembly.GetTypes().Where(static type => type.Namespace == "ReferenceConv.SpecTests.Formulas"))
            foreach (MethodInfo test in fixture.GetMethods().Where(static method => method.GetCustomAttribute<TestAttribute>() is not null && method.GetParameters().Length == 0))
                if (Fails(test, Activator.CreateInstance(fixture)))
                    return true;
        return false;
    }

    private static bool Fails(MethodInfo test, object? fixture)
    {
        try
        {
            test.Invoke(fixture, null);
            return false;
        }
        catch (TargetInvocationException)
        {
            return true;
        }
    }
}
