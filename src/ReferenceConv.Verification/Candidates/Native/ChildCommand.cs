using System.Collections.Immutable;

namespace ReferenceConv.Verification.Candidates.Native;

/// <summary>
/// How to start a child that hosts a library: a program and its first arguments; the library and two pipe handles follow.
/// </summary>
/// <param name="Program">For example <c>dotnet</c>.</param>
/// <param name="Arguments">For example <c>exec</c>, <c>refconv.dll</c>, <c>host</c>.</param>
public sealed record ChildCommand(string Program, params ImmutableArray<string> Arguments);
