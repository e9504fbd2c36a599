using ReferenceConv.Geometry;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Examination;

/// <summary>The convolution that a fault describes, with what it remembers of its calls.</summary>
/// <param name="fault">The fault.</param>
public sealed class FaultyConvolution(ExaminationFault fault)
{
    private readonly Memory memory = new();
    private ConvolutionGeometry? before;

    /// <summary>As a candidate.</summary>
    public ICandidate<float> Candidate => new InProcessCandidate<float>(fault.ToString(), Answer, fault.Claims);

    /// <summary>Computes any operator.</summary>
    /// <param name="operands">Geometry, operator and input arrays.</param>
    /// <param name="result">Receives the result.</param>
    public void Answer(Operands<float> operands, Span<float> result)
    {
        var lines = new Lines(operands.Geometry);
        if (operands.Operator == fault.Operator)
        {
            if (fault.Guard.Holds(operands.Geometry, fault.Operator) && fault.Guard.Before.Holds(before, operands.Geometry))
                fault.Mutation.Change(lines, fault.Constant);
            Passed(operands.Geometry);
        }

        new PlainLoops(lines, memory).Answer(operands, result);
    }

    /// <summary>
    /// Takes note of a call of the faulty operator whose result nobody looks at: where the guard does not hold, nothing else is kept of it.
    /// </summary>
    public void Passed(ConvolutionGeometry geometry)
    {
        if (fault.HasState)
            before = geometry;
    }
}
