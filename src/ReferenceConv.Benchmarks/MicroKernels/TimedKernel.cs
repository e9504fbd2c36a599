namespace ReferenceConv.Benchmarks.MicroKernels;

/// <summary>A micro-kernel with operands that stay in the first-level cache.</summary>
public abstract class TimedKernel
{
    /// <summary>A kernel on numbers of a type, in vectors of so many bits.</summary>
    private protected TimedKernel(string name, Type number, int bits) => (Name, Number, Bits) = (name, number, bits);

    /// <summary>What it computes.</summary>
    public string Name { get; }

    /// <summary>Number type.</summary>
    public Type Number { get; }

    /// <summary>Bits of a vector.</summary>
    public int Bits { get; }

    /// <summary>Operations of a run, two for each multiply-add that is wanted; zero if it only moves numbers.</summary>
    public abstract double Flops { get; }

    /// <summary>Bytes that a run reads and writes, if it only moves numbers.</summary>
    public virtual double MovedBytes => 0;

    /// <summary>Calls the kernel often enough for a clock.</summary>
    public abstract void Run();

    /// <summary>Its name in the report.</summary>
    public override string ToString() => $"{Name}, {(Number == typeof(float) ? "float" : "double")}, {Bits} bits";
}
