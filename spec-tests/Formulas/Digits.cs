namespace ReferenceConv.SpecTests.Formulas;

/// <summary>A signal 1..7 and a kernel (1, 10, 100), whose sums show by their digits which sample met which tap.</summary>
internal static class Digits
{
    public static int[] Signal => [1, 2, 3, 4, 5, 6, 7];

    public static int[] Kernel => [1, 10, 100];
}
