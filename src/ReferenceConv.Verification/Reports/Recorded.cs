using System.Numerics;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// A number that remembers which elements it was made of. The operators run on it unchanged, and what they leave in a result is its sum,
/// product by product. It compares by its value, which only elements have: that is all a max pooling compares.
/// </summary>
internal readonly struct Recorded :
    IAdditionOperators<Recorded, Recorded, Recorded>,
    IMultiplyOperators<Recorded, Recorded, Recorded>,
    IDivisionOperators<Recorded, Recorded, Recorded>,
    IComparisonOperators<Recorded, Recorded, bool>,
    IAdditiveIdentity<Recorded, Recorded>,
    IMultiplicativeIdentity<Recorded, Recorded>,
    IEquatable<Recorded>
{
    private readonly Node? node;
    private readonly double value;
    private readonly int ones;

    private Recorded(Node? node, double value, int ones) => (this.node, this.value, this.ones) = (node, value, ones);

    /// <summary>The empty sum.</summary>
    public static Recorded AdditiveIdentity => default;

    /// <summary>One, to be counted: the divisor of an average is a sum of ones.</summary>
    public static Recorded MultiplicativeIdentity => new(null, 1, 1);

    /// <summary>The summands, first to last. Sums nest as deep as they are long, hence no recursion.</summary>
    public List<Product> Products
    {
        get
        {
            var products = new List<Product>();
            var open = new Stack<(Node Node, int Divisor)>();
            if (node is not null)
                open.Push((node, 1));
            while (open.TryPop(out (Node Node, int Divisor) next))
                switch (next.Node)
                {
                    case Plus sum:
                        open.Push((sum.Right, next.Divisor));
                        open.Push((sum.Left, next.Divisor));
                        break;
                    case Over quotient:
                        open.Push((quotient.Sum, next.Divisor * quotient.Divisor));
                        break;
                    case Times product:
                        products.Add(new Product(product.Left.Place, product.Right.Place, next.Divisor));
                        break;
                    case Element element:
                        products.Add(new Product(element.Place, null, next.Divisor));
                        break;
                }

            return products;
        }
    }

    /// <summary>One element and its value.</summary>
    public static Recorded At(Place place, double value) => new(new Element(place), value, 0);

    /// <summary>The summands of both, the ones of both.</summary>
    public static Recorded operator +(Recorded a, Recorded b) =>
        new(a.node is null ? b.node : b.node is null ? a.node : new Plus(a.node, b.node), double.NaN, a.ones + b.ones);

    /// <summary>A product of two elements.</summary>
    public static Recorded operator *(Recorded a, Recorded b) => new(new Times((Element)a.node!, (Element)b.node!), double.NaN, 0);

    /// <summary>The sum over the count.</summary>
    public static Recorded operator /(Recorded a, Recorded b) => new(a.node is null ? null : new Over(a.node, b.ones), double.NaN, 0);

    /// <summary>By value.</summary>
    public static bool operator ==(Recorded a, Recorded b) => a.value == b.value;

    /// <summary>By value.</summary>
    public static bool operator !=(Recorded a, Recorded b) => a.value != b.value;

    /// <summary>By value.</summary>
    public static bool operator <(Recorded a, Recorded b) => a.value < b.value;

    /// <summary>By value.</summary>
    public static bool operator >(Recorded a, Recorded b) => a.value > b.value;

    /// <summary>By value.</summary>
    public static bool operator <=(Recorded a, Recorded b) => a.value <= b.value;

    /// <summary>By value.</summary>
    public static bool operator >=(Recorded a, Recorded b) => a.value >= b.value;

    /// <inheritdoc/>
    public bool Equals(Recorded other) => value.Equals(other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Recorded other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode();

    private abstract record Node;

    private sealed record Element(Place Place) : Node;

    private sealed record Times(Element Left, Element Right) : Node;

    private sealed record Plus(Node Left, Node Right) : Node;

    private sealed record Over(Node Sum, int Divisor) : Node;
}
