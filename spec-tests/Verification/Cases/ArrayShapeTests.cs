using NUnit.Framework;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.SpecTests.Verification.Cases;

public sealed class ArrayShapeTests
{
    [TestCase(0, "dx[0, 0, 0]", 0, 0, 0)]
    [TestCase(3, "dx[0, 0, 3]", 0, 0, 3)]
    [TestCase(4, "dx[0, 1, 0]", 0, 1, 0)]
    [TestCase(23, "dx[1, 2, 3]", 1, 2, 3)]
    public void A_flat_index_is_shown_as_coordinates_that_lead_back(int index, string element, params int[] coordinates)
    {
        Assert.That(new ArrayShape("dx", [2, 3, 4]).At(index), Is.EqualTo(element));
        Assert.That(RowMajor.Index(coordinates, [2, 3, 4]), Is.EqualTo(index));
    }
}
