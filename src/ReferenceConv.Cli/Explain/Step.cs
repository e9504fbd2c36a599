namespace ReferenceConv.Cli.Explain;

/// <summary>One line of arithmetic: what it is about, and the formula with the numbers in.</summary>
internal readonly record struct Step(string Name, string Text);
