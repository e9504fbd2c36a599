namespace ReferenceConv.SpecTests.Witnesses;

/// <summary>Somebody who would notice a fault, and what they look at.</summary>
/// <param name="Name">For example "adjoint".</param>
/// <param name="Statement">What they hold equal to what.</param>
/// <param name="Notices">Whether they see something wrong. An exception is something wrong.</param>
internal sealed record Witness(string Name, string Statement, Func<bool> Notices);
