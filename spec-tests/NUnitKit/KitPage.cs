using ReferenceConv.NUnit;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.NUnitKit;

/// <summary>Writes <c>docs/kit.md</c>: how to use the kit, and every rule it holds a convolution to.</summary>
internal static class KitPage
{
    /// <summary>The page, with a failure as it was said.</summary>
    public static string Text(string failure) =>
        $$"""
        # The conformance kit

        Inherit one class, supply your convolution, and NUnit holds it to every rule below. [The example](examples/csharp/README.md) is a project to start from:

        ```csharp
        {{Code("docs/examples/csharp/MyConvolutionConformance.cs")}}
        ```

        The project references `src/ReferenceConv.NUnit`, NUnit, its adapter and the test SDK. `[TestFixture]` is what makes NUnit look into a project that has no other test.

        ## What can be supplied

        | override | for |
        |---|---|
        | `Convolution` | forward, data gradient, weight gradient, by the interface `IConvolution<T>`; T is float or double |
        | `Pooling` | max and average pooling and their gradients, by the interface `IPooling<T>` |
        | `Computation` | one function in the place of an interface: every claimed operator that the other two do not have, the bias gradient too |
        | `Claims` | what is claimed; unless overridden, all that was supplied. To claim less: `base.Claims with { Groups = false }` |
        | `Plan` | seed and amount; unless overridden seed {{new CheckPlan().Seed}} and {{new CheckPlan().Cases}} small cases beside real layers, as on the command line |

        A convolution multiplies padding (im2col does), skips it or does either, keeps subnormal numbers or not, sums in its number type or in a wider one, and says so: `Padding`,
        `DataGradientPadding`, `KeepsSubnormals`, `KeepsInfinities` (a compensated sum does not: ∞ − ∞ is NaN), `IsReentrant` and `Exactness` are claims as well. A pooling is asked of
        NaN if `PoolingNaN` says what one does: `Propagates`, or `Dropped` from a maximum; of ∞ it is always asked.

        What holds for one operator only is claimed with `But`: `base.Claims.But(ConvolutionOperator.Forward, claims => claims with { Exactness = Exactness.Transforming(50) })`.

        ## What the tests say

        The check runs once, for all tests of a class.

        - `The_claims_fit_the_candidate` fails if nothing was supplied, nothing is claimed, or something is claimed that nothing answers. Then every rule fails with the same line.
        - `{{RuleLevel.Must}}_…` fails if the convolution is wrong. `{{RuleLevel.May}}_…` warns where it may do otherwise; `dotnet test` counts a warning as skipped. A rule that no case
          could ask is skipped, and says why.
        - `Claims_…` passes if cases asked it and writes how many. What is not claimed is skipped with the reason `not claimed: …`, for each of:
          {{string.Join(", ", ConvolutionConformance<float>.Claimable.Select(static test => test.Arguments[0]))}}.
        - `{{RuleLevel.Untested}}_…` matters, and nobody looks. Always skipped.

        `dotnet test` lists what it skips; with `--logger "console;verbosity=normal"` it prints the reasons too.

        ## Rules

        | test | what holds | if it fails, look at |
        |---|---|---|
        {{Lines(RuleBook<float>.All.Zip(ConvolutionConformance<float>.Rules, static (rule, test) => $"| `{test.TestName}` | {rule.Statement} | {rule.Hint} |"))}}

        Untested:

        {{Lines(RuleBook<float>.Untested.Select(static what => $"- {what}"))}}

        ## How to read a failure

        A forward operator that forgets the last weight where there is dilation fails `Must_structure`, and other rules, with:

        ```
        {{failure}}
        ```

        The rule; then for each operator that breaks it how often, what is wrong, and the smallest case that was found to have the same fault; then where to look; then the
        first of these cases as a picture and as a formula with its numbers in. A case reads: batch N, channels C → K, groups g, and for each axis the input size, kernel k, stride s, dilation d, padding p → the output size. An
        exception, a changed input or a write outside the result is told in the same place, as a broken rule of conduct.

        """;

    private static string Code(string file) => File.ReadAllText(Path.Combine(Repository.Root, file)).TrimEnd();

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
