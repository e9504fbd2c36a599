namespace ReferenceConv.Geometry;

/// <summary>The windows of a relation, one per output position, in row-major order. Made for <c>foreach</c>.</summary>
public readonly struct Windows
{
    private readonly Relation relation;
    private readonly int first;

    internal Windows(Relation relation, int first = 0) => (this.relation, this.first) = (relation, first);

    /// <summary>The same windows without those before <paramref name="output"/>.</summary>
    /// <exception cref="ArgumentException">The relation has no such output.</exception>
    public Windows From(int output)
    {
        Require.That(0 <= output && output < relation.Outputs, $"output must be in 0..{relation.Outputs - 1}, was {output}");
        return new(relation, output);
    }

    /// <summary>Starts before the first window.</summary>
    public Enumerator GetEnumerator() => new(relation, first);

    /// <summary>
    /// Walks the output positions like an odometer. A window is the product of one list of pairs per axis,
    /// so when only the last coordinates move, the product of the leading axes is kept.
    /// </summary>
    public ref struct Enumerator
    {
        private readonly Relation relation;
        private readonly Pair[][][] meetings;   // [axis][output coordinate] → the pairs of that axis alone
        private readonly Pair[][] products;     // [axis] → the product of the axes up to and with this one
        private readonly int[] lengths;         // [axis] → how much of products[axis] is in use
        private readonly int[] coordinates;
        private readonly int first;
        private int output;

        internal Enumerator(Relation relation, int first)
        {
            int rank = relation.Axes.Length;
            this.relation = relation;
            meetings = relation.Meetings;
            products = new Pair[rank][];
            lengths = new int[rank];
            coordinates = new int[rank];

            int taps = 1;
            for (int a = 0; a < rank; a++)
            {
                taps *= relation.Axes[a].Kernel;
                products[a] = new Pair[taps];
            }

            this.first = first;
            output = first - 1;
            for (int a = rank - 1, leading = first; a >= 0; a--)
                (leading, coordinates[a]) = Math.DivRem(leading, relation.Axes[a].Output);
        }

        /// <summary>The window at hand.</summary>
        public readonly Window Current => new(output, relation.PhaseOf(coordinates), products[^1].AsSpan(0, lengths[^1]));

        /// <summary>Goes to the next output position.</summary>
        public bool MoveNext()
        {
            if (++output >= relation.Outputs)
                return false;

            int firstMoved = output == first ? 0 : Advance();
            for (int a = firstMoved; a < coordinates.Length; a++)
                Multiply(a);
            return true;
        }

        /// <summary>Counts one up and returns the first axis that moved.</summary>
        private readonly int Advance()
        {
            int a = coordinates.Length - 1;
            while (++coordinates[a] == relation.Axes[a].Output)
                coordinates[a--] = 0;
            return a;
        }

        private readonly void Multiply(int a)
        {
            Axis axis = relation.Axes[a];
            ReadOnlySpan<Pair> leading = a == 0 ? [default] : products[a - 1].AsSpan(0, lengths[a - 1]);
            Pair[] product = products[a];
            int length = 0;
            foreach (Pair outer in leading)
                foreach (Pair inner in meetings[a][coordinates[a]])
                    product[length++] = new Pair(outer.Tap * axis.Kernel + inner.Tap, outer.Input * axis.Input + inner.Input);
            lengths[a] = length;
        }
    }
}
