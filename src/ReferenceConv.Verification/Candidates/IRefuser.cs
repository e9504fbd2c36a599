using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates;

/// <summary>
/// A candidate that can be given a geometry which no <see cref="Geometry.ConvolutionGeometry"/> can be, to see it refuse.
/// </summary>
public interface IRefuser
{
    /// <summary>One call over an invalid geometry, with arrays of the sizes of the valid one it comes from.</summary>
    /// <param name="geometry">The numbers as they are passed.</param>
    /// <param name="op">One that is claimed.</param>
    /// <returns>
    /// Refused or unsupported, as it should be; done if the candidate accepted; misconduct if it did not return, or refused and wrote to
    /// its result all the same; null if there is no way to say this geometry to the candidate.
    /// </returns>
    Reply? AnswerInvalid(RawGeometry geometry, ConvolutionOperator op);
}
