using System.Collections.Immutable;
using System.Globalization;
using ReferenceConv.Geometry;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Checking;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.Verification.Reports;

/// <summary>
/// A broken rule as an NUnit test to paste into a class that has the implementation in a field, <c>IConvolution&lt;T&gt; convolution</c> or
/// <c>IPooling&lt;T&gt; pooling</c>. The result is filled with NaN before the call, so that what is not written, or added to, fails too.
/// </summary>
public static class NUnitTest
{
    private const int MostElements = 200;
    private const string Indent = "    ";

    /// <summary>
    /// The lines, at most 80 columns. None where one call says nothing: without numbers, for rules that call more than once, for errors
    /// that are too great only all together, and for the bias gradient, which has no interface to call. One comment where the arrays are
    /// too long to paste.
    /// </summary>
    /// <param name="broken">What broke.</param>
    /// <param name="numberType">float32 or float64.</param>
    /// <exception cref="ArgumentException">The number type is another.</exception>
    public static ImmutableArray<string> Lines(Break broken, string numberType)
    {
        string type = numberType switch
        {
            "float32" => "float",
            "float64" => "double",
            _ => throw new ArgumentException($"number type must be float32 or float64, was '{numberType}'"),
        };
        bool isOneCall = RuleBook<double>.Data.Any(rule => rule.Name == broken.Rule);
        if (broken.Finding.Evidence is not { Wrong: > 0 } evidence || !isOneCall
            || broken.Smallest.Operator == ConvolutionOperator.BiasGradient)
            return [];

        int elements = evidence.Operands.Inputs.Sum(static input => input.Length) + evidence.Expected.Length;
        return elements > MostElements
            ? [string.Create(CultureInfo.InvariantCulture, $"// no test to paste: {elements:N0} numbers are more than {MostElements}")]
            : [.. Test(broken, evidence, type)];
    }

    private static IEnumerable<string> Test(Break broken, Evidence evidence, string type)
    {
        Operands<double> operands = evidence.Operands;
        string result = operands.Signature.Result.Name;
        bool isPooling = ConvolutionOperators.Pooling.Contains(operands.Operator);
        string field = isPooling ? "pooling" : "convolution";
        string name = $"{operands.Operator.Name()} of {broken.Rule} case {broken.CaseNumber}".Replace(' ', '_');

        yield return $"// For a class with: private readonly {(isPooling ? "IPooling" : "IConvolution")}<{type}> {field} = …;";
        yield return "// using System; using NUnit.Framework; using ReferenceConv.Geometry;";
        yield return $"// using ReferenceConv{(isPooling ? ".Verification.Candidates" : "")};";
        yield return "[Test]";
        yield return $"public void {char.ToUpperInvariant(name[0])}{name[1..]}()";
        yield return "{";
        foreach (string line in (IEnumerable<string>)[.. Geometry(operands.Geometry), .. Arrays(evidence, type)])
            yield return Indent + line;
        yield return $"{Indent}var {result} = new {type}[{evidence.Expected.Length}];";
        yield return $"{Indent}Array.Fill({result}, {type}.NaN);";
        yield return "";
        yield return $"{Indent}{field}.{Method(operands.Operator)}({string.Join(", ", Arguments(operands))});";
        yield return "";
        if (evidence.Tolerance is null)
        {
            yield return $"{Indent}Assert.That({result}, Is.EqualTo(expected));";
        }
        else
        {
            yield return $"{Indent}for (int e = 0; e < expected.Length; e++)";
            yield return $"{Indent}{Indent}Assert.That((double){result}[e], Is.EqualTo(expected[e]).Within(tolerance[e]));";
        }

        yield return "}";
    }

    private static IEnumerable<string> Geometry(ConvolutionGeometry geometry)
    {
        yield return "var geometry = new ConvolutionGeometry(";
        yield return $"{Indent}{geometry.Batch}, {geometry.InChannels}, {geometry.OutChannels}, {geometry.Groups},";
        for (int a = 0; a < geometry.Axes.Length; a++)
        {
            string[] arguments = [.. Arguments(geometry.Axes[a])];
            arguments[^1] += a == geometry.Axes.Length - 1 ? "));" : "),";
            foreach (string line in Wrapping.Items(arguments, ", ", $"{Indent}new Axis(", Indent + Indent, Wrapping.Width - Indent.Length))
                yield return line;
        }
    }

    private static IEnumerable<string> Arguments(Axis axis)
    {
        yield return $"{axis.Input}";
        yield return $"{axis.Kernel}";
        if (axis.Stride > 1)
            yield return $"stride: {axis.Stride}";
        if (axis.Dilation > 1)
            yield return $"dilation: {axis.Dilation}";
        if (axis.Begin + axis.End > 0)
            yield return $"padding: Padding.Explicit({axis.Begin}, {axis.End})";
        if (axis.Border != Border.Zeros)
            yield return $"border: Border.{axis.Border}";
        if (axis.Tile > 1)
            yield return $"tile: {axis.Tile}";
        if (axis.Rounding != Rounding.Floor)
            yield return $"rounding: Rounding.{axis.Rounding}";
    }

    private static IEnumerable<string> Arrays(Evidence evidence, string type)
    {
        Operands<double> operands = evidence.Operands;
        for (int input = 0; input < operands.Inputs.Length; input++)
            foreach (string line in Array(type, operands.Signature.Inputs[input].Name, operands.Inputs[input]))
                yield return line;
        foreach (string line in Array(evidence.Tolerance is null ? type : "double", "expected", evidence.Expected))
            yield return line;
        if (evidence.Tolerance is { } tolerance)
            foreach (string line in Array("double", "tolerance", tolerance))
                yield return line;
    }

    private static IEnumerable<string> Array(string type, string name, double[] numbers)
    {
        string[] literals = [.. numbers.Select(number => Literal(type, number))];
        string declaration = $"{type}[] {name} =";
        string whole = $"{declaration} [{string.Join(", ", literals)}];";
        if (whole.Length <= Wrapping.Width - Indent.Length)
            return [whole];
        return [declaration, "[", .. Wrapping.Items(literals, ", ", Indent, Indent, Wrapping.Width - Indent.Length), "];"];
    }

    /// <summary>A literal that the compiler reads back to the same bits; the payload of a NaN aside.</summary>
    private static string Literal(string type, double number)
    {
        if (double.IsNaN(number))
            return $"{type}.NaN";
        if (double.IsInfinity(number))
            return $"{type}.{(number > 0 ? "Positive" : "Negative")}Infinity";

        string text = type == "float"
            ? ((float)number).ToString("R", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
        bool isSmallInteger = double.IsInteger(number) && Math.Abs(number) < 1 << 24 && !(number == 0 && double.IsNegative(number));
        return isSmallInteger ? text : text + (type == "float" ? "f" : "d");
    }

    private static string Method(ConvolutionOperator op) => op switch
    {
        ConvolutionOperator.MaxPooling => "Max",
        ConvolutionOperator.MaxPoolingGradient => "MaxGradient",
        ConvolutionOperator.AveragePooling => "Average",
        ConvolutionOperator.AveragePoolingGradient => "AverageGradient",
        _ => $"{op}",
    };

    private static IEnumerable<string> Arguments(Operands<double> operands)
    {
        yield return "geometry";
        if (operands.Operator.IsAverage())
            yield return operands.CountsPadding ? "countsPadding: true" : "countsPadding: false";
        foreach (ArrayShape input in operands.Signature.Inputs)
            yield return input.Name;
        if (operands.Operator == ConvolutionOperator.Forward && operands.Bias.IsEmpty)
            yield return "[]";
        yield return operands.Signature.Result.Name;
    }
}
