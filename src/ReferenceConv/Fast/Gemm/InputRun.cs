namespace ReferenceConv.Fast.Gemm;

/// <summary>
/// What one tap sees from neighbouring columns of a panel: inputs that stand one step apart.
/// </summary>
/// <param name="Column">First column of the panel.</param>
/// <param name="Input">Flat index i of the input that it sees.</param>
/// <param name="Count">Columns.</param>
internal readonly record struct InputRun(int Column, int Input, int Count);
