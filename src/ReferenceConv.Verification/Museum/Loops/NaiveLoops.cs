using ReferenceConv.Geometry;

namespace ReferenceConv.Verification.Museum.Loops;

/// <summary>
/// The plain loops over every product of a convolution, correct as they stand, with each decision in a place of its own that a fault can
/// take over. They read sizes from the geometry and work the relation out for themselves.
/// </summary>
internal abstract class NaiveLoops
{
    /// <summary>The position on an axis under the tap: o·s − p + r·d.</summary>
    public Func<Product, int, long> Position { get; init; } = static (p, a) => p.Position(a);

    /// <summary>The input that stands at a position of an axis, or −1.</summary>
    public Func<Axis, long, int> Border { get; init; } = NaiveBorder.InputAt;

    /// <summary>The kernel that an output coordinate of an axis uses: o mod t.</summary>
    public Func<Axis, int, int> Phase { get; init; } = static (axis, o) => o % axis.Tile;

    /// <summary>Changes which elements a product takes.</summary>
    public Action<Product> Bend { get; init; } = static _ => { };

    /// <summary>Leaves products out.</summary>
    public Predicate<Product> Skips { get; init; } = static _ => false;

    /// <summary>Whether taps over the padding are multiplied by zero instead of skipped.</summary>
    public Predicate<ConvolutionGeometry> MultipliesPadding { get; init; } = static _ => false;

    /// <summary>Passes every product.</summary>
    protected void ForEach(ConvolutionGeometry geometry, Action<Product> visit)
    {
        var p = new Product(geometry);
        bool multiplies = MultipliesPadding(geometry);
        for (int o = 0; o < geometry.Relation.Outputs; o++)
            for (int r = 0; r < geometry.Relation.Taps; r++)
            {
                p.Stand(o, r);
                int phase = 0;
                int position = 0;
                for (int a = 0; a < geometry.Axes.Length; a++)
                {
                    Axis axis = geometry.Axes[a];
                    phase = (phase * axis.Tile) + Phase(axis, p.At[a]);
                    p.Input[a] = Border(axis, Position(p, a));
                    position = p.Input[a] < 0 || position < 0 ? -1 : (position * axis.Input) + p.Input[a];
                }

                if (position >= 0 || multiplies)
                    ForEachChannel(p, phase, o, r, position, visit);
            }
    }

    private void ForEachChannel(Product p, int phase, int output, int tap, int position, Action<Product> visit)
    {
        for (int n = 0; n < p.Geometry.Batch; n++)
            for (int k = 0; k < p.Geometry.OutChannels; k++)
                for (int c = 0; c < p.Geometry.GroupInChannels; c++)
                {
                    p.Take(n, k, c, phase, output, tap, position);
                    Bend(p);
                    if (!Skips(p))
                        visit(p);
                }
    }
}
