using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Candidates;

/// <summary>An implementation of the operators that a candidate claims, as one function.</summary>
/// <param name="operands">Geometry, operator and input arrays.</param>
/// <param name="result">Receives the result.</param>
/// <typeparam name="T">The number type.</typeparam>
public delegate void Computation<T>(Operands<T> operands, Span<T> result);
