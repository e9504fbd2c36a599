using System.Numerics.Tensors;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.Operators;

namespace ReferenceConv.SpecTests.Operators;

/// <summary>
/// More elements than an array can hold are refused before anything is allocated. A stride of 0 makes one number stand for all of them.
/// </summary>
public sealed class LargeTensorTests
{
    private static readonly Relation Same = new(new Axis(1, 1));
    private static readonly Relation Wider = new(new Axis(1, 1, padding: Padding.Explicit(0, (1 << 30) - 1), border: Border.Extended));
    private static readonly Relation Narrower = new(new Axis(1 << 30, 1, 1 << 30));

    [Test]
    public void Operands()
    {
        const string Message = "elements of x must be ≤ 2147483591, were 65536·32768·1";
        Refused(static () => MaxPooling<int>.Forward(Same, Large(32768)), Message);
        Refused(static () => MaxPooling<int>.Gradient(Same, Large(32768), Large(32768)), Message);
        Refused(static () => AveragePooling<int>.Forward(Same, Large(32768)), Message);
        Refused(static () => Im2Col<int>.Columns(Same, Large(32768)), Message);
    }

    [Test]
    public void Results()
    {
        const string Wide = "elements of y must be ≤ 2147483591, were 2·1·1073741824";
        Refused(static () => MaxPooling<int>.Forward(Wider, Figure.Counting(2, 1, 1)), Wide);
        Refused(static () => AveragePooling<int>.Forward(Wider, Figure.Counting(2, 1, 1)), Wide);
        Refused(
            static () => AveragePooling<int>.Gradient(Narrower, Figure.Counting(2, 1, 1)),
            "elements of dx must be ≤ 2147483591, were 2·1·1073741824");
        Refused(
            static () => Im2Col<int>.Columns(Wider, Figure.Counting(2, 1, 1)),
            "elements of columns must be ≤ 2147483591, were 2·1·1·1073741824");
        Refused(
            static () => Im2Col<int>.Images(Narrower, Figure.Counting(2, 1, 1)),
            "elements of x must be ≤ 2147483591, were 2·1·1073741824");
    }

    [Test]
    public void One_element_too_many()
    {
        var relation = new Relation(new Axis(1, 1, padding: Padding.Explicit(0, Array.MaxLength - 1), border: Border.Extended));
        Refused(
            () => MaxPooling<int>.Forward(relation, Figure.Counting(1, 2, 1)),
            "elements of y must be ≤ 2147483591, were 1·2·2147483591");
    }

    [Test]
    public void As_many_elements_as_an_array_holds_are_accepted()
    {
        // Counted axis by axis, the elements are as many as an array holds before the empty axis leaves none of them to allocate.
        var relation = new Relation(new Axis(Array.MaxLength, 1, Array.MaxLength), new Axis(0, 1, padding: Padding.Explicit(0, 1)));
        Tensor<int> dx = AveragePooling<int>.Gradient(relation, Figure.Counting(1, 1, 1, 1), countPadding: true);
        Assert.That(dx.Lengths.ToArray(), Is.EqualTo(new nint[] { 1, 1, 2147483591, 0 }));
    }

    private static ReadOnlyTensorSpan<int> Large(nint channels) => new([7], [65536, channels, 1], [0, 0, 0]);

    private static void Refused(Func<Tensor<int>> act, string message) =>
        Assert.That(act, Throws.ArgumentException.With.Message.EqualTo(message));
}
