namespace ReferenceConv.Cli.Check;

/// <summary>What a child process may take before it is ended.</summary>
/// <param name="Time">For one call.</param>
/// <param name="Memory">Resident bytes beside the arrays.</param>
internal sealed record ChildLimits(TimeSpan Time, long Memory);
