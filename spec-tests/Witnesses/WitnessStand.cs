using System.Reflection;
using NUnit.Framework;
using NUnit.Framework.Internal;
using ReferenceConv.SpecTests.Onnx;
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
        new("numbers", "the lectures' worked numbers and the field's golden sizes", NumbersDiffer),
        Laws(
            "formulas",
            "the scalar operators on one and two axes against the formulas of the lectures",
            "The output size of an axis is the one of the formula",
            "Forward on a line equals the correlation of the padded signal",
            "Forward on a line is the parameter sharing matrix times the input",
            "Tiled forward on a line equals the tiled correlation",
            "The data gradient on a line equals the formula of back propagation",
            "The weight gradient on a line equals the formula of back propagation",
            "The data gradient on a line equals the transposed convolution",
            "Forward on an image equals the correlation of the padded image",
            "Forward over channels equals the layer of the lecture",
            "Max pooling on an image equals the formula of pooling"),
        Laws(
            "padded image",
            "the scalar operators on up to three axes against the sum over an explicitly padded image, which knows no geometry",
            "The output size counts the windows that fit",
            "A kernel that does not fit is refused",
            "Same padding keeps one output per stride and puts the odd zero where it says",
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
            "tiles",
            "the fast path, in every vector width and tiling, against the scalar operators",
            "Fast weight gradient equals scalar weight gradient on integers",
            "Fast equals scalar on floats filled for structure",
            "Fast forward equals scalar forward in every vector width and tiling",
            "Fast data gradient equals scalar data gradient in every vector width and tiling"),
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
        new("ONNX", "scalar operators, im2col path and fast path against the published cases of another project", OnnxDiffers),
    ];

    /// <summary>The names of those witnesses, among the ones named, that notice something, in their order.</summary>
    public static string[] WhoNotices(string[] asked) =>
        [.. All.Where(witness => asked.Contains(witness.Name) && Sees(witness)).Select(static witness => witness.Name)];

    /// <summary>An exception, a failed assertion among them, is something wrong; it must not be recorded in the test that asks.</summary>
    private static bool Sees(Witness witness)
    {
        using var isolated = new TestExecutionContext.IsolatedContext();
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
        return asked.Any(
            static law => Enumerable.Range(0, CasesPerLaw).Any(index => law.Check(ConvolutionCase.Random(Seed, index)) is not null));
    });

    /// <summary>Runs every test and test case of the formulas and of the geometry that stands by itself; one that fails throws.</summary>
    private static bool NumbersDiffer()
    {
        foreach (Type fixture in typeof(WitnessStand).Assembly.GetTypes().Where(
            static type => type.Namespace is "ReferenceConv.SpecTests.Formulas" or "ReferenceConv.SpecTests.Geometry"))
            foreach (MethodInfo method in fixture.GetMethods())
            {
                if (method.GetCustomAttribute<TestAttribute>() is not null && method.GetParameters().Length == 0)
                    method.Invoke(Activator.CreateInstance(fixture), null);
                foreach (TestCaseAttribute testCase in method.GetCustomAttributes<TestCaseAttribute>().Where(
                    static testCase => !testCase.HasExpectedResult))
                    method.Invoke(Activator.CreateInstance(fixture), testCase.Arguments);
            }

        return false;
    }

    /// <summary>Runs every published case that is here; one that fails throws.</summary>
    private static bool OnnxDiffers()
    {
        foreach (OnnxFolder folder in OnnxFolder.All.Where(static folder => folder.NotApplicable is null))
            folder.Check();
        return false;
    }
}
