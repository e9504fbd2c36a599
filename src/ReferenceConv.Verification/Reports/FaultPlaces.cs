using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// The elements that wrong results read, those first in which the fault most likely lies: of products, or of all products of a slice, that
/// come to the difference when they are lost or doubled; then of those that are not zero; then the rest.
/// </summary>
internal static class FaultPlaces
{
    private const double Rounding = 1e-3;   // of the difference

    /// <summary>The places, each once.</summary>
    /// <param name="evidence">The numbers.</param>
    /// <param name="wrong">Results, those that matter most first.</param>
    /// <returns>None if there are too many products to know.</returns>
    public static Place[] Of(Evidence evidence, int[] wrong)
    {
        Func<int, List<Product>>? sums = Sums.Of(evidence.Operands);
        (int Rank, Product Product)[] products = sums is null ? [] : [.. wrong.SelectMany(e => Ranked(evidence, e, sums(e)))];
        return [.. products.OrderBy(static ranked => ranked.Rank).SelectMany(static ranked => Places(ranked.Product)).Distinct()];
    }

    private static IEnumerable<(int Rank, Product Product)> Ranked(Evidence evidence, int e, List<Product> products)
    {
        double difference = Math.Abs(evidence.Actual[e] - evidence.Expected[e]);
        bool IsIt(double change) => change != 0 && Math.Abs(Math.Abs(change) - difference) <= Rounding * difference;
        (int Input, int Slice) SliceOf(Place place) =>
            (place.Input, place.Index / Slice.Length(evidence.Operands.Signature.Inputs[place.Input].Sizes));
        HashSet<(int Input, int Slice)> guilty =
        [
            .. from product in products
               from place in Places(product)
               group product.Value(evidence.Operands) by SliceOf(place) into slice
               where IsIt(slice.Sum())
               select slice.Key,
        ];
        foreach (Product product in products)
        {
            double value = product.Value(evidence.Operands);
            yield return (IsIt(value) || Places(product).Any(place => guilty.Contains(SliceOf(place))) ? 0 : value != 0 ? 1 : 2, product);
        }
    }

    private static IEnumerable<Place> Places(Product product) => product.Second is { } second ? [product.First, second] : [product.First];
}
