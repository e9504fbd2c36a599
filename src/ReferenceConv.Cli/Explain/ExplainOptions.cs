using System.Collections.Immutable;
using System.CommandLine;
using ReferenceConv.Geometry;

namespace ReferenceConv.Cli.Explain;

/// <summary>The options of <c>refconv explain</c> and how they become a <see cref="Question"/>.</summary>
internal sealed class ExplainOptions
{
    private readonly Option<string> op;
    private readonly Option<string> input;
    private readonly Option<string> kernel;
    private readonly Option<string> stride;
    private readonly Option<string> dilation;
    private readonly Option<string> padding;
    private readonly Option<string> border;
    private readonly Option<string> tile;
    private readonly Option<string> outputPadding;
    private readonly Option<string> target;
    private readonly Option<bool> ceil;
    private readonly Option<bool> countPadding;
    private readonly Option<string> inChannels;
    private readonly Option<string> outChannels;
    private readonly Option<string> groups;
    private readonly Option<string> output;
    private readonly Option<string> names;
    private readonly Option<string> values;
    private readonly Option<string> weights;

    /// <summary>Adds the options to the verb.</summary>
    public ExplainOptions(Command verb)
    {
        input = Add(
            verb, "--input", "sizes", "Input size per axis, one to three axes: 7, 5x5, 8x8x8. What a transposed convolution reads.");
        input.Required = true;
        kernel = Add(verb, "--kernel", "sizes", "Kernel size; here and below one value stands for every axis: 3 or 3x2.");
        kernel.Required = true;
        op = Add(verb, "--op", "word", $"{OperationWords.All}. Default forward.");
        stride = Add(verb, "--stride", "sizes", "Distance between windows. Default 1.");
        dilation = Add(verb, "--dilation", "sizes", "Distance between taps. Default 1.");
        padding = Add(verb, "--padding", "words",
            "valid, full, half, same(-upper), same-lower, 1 (per side) or 0,1 (begin,end); per axis 1,2x0,1. Default valid.");
        border = Add(verb, "--border", "word", "What stands in the padding: zeros, extended, cyclic, reflected. Default zeros.");
        tile = Add(verb, "--tile", "sizes", "Output o uses kernel o mod tile. Default 1.");
        outputPadding = Add(verb, "--output-padding", "sizes", "transposed: which of the sizes that convolve to the input. Default 0.");
        target = Add(verb, "--target", "sizes", "transposed: the output size itself.");
        ceil = new Option<bool>("--ceil") { Description = "pooling: a last, partial window counts." };
        countPadding = new Option<bool>("--count-padding") { Description = "average pooling: the mean counts the padding." };
        verb.Add(ceil);
        verb.Add(countPadding);
        inChannels = Add(verb, "--in-channels", "count", "Channels read. Default 1.");
        outChannels = Add(verb, "--out-channels", "count", "Channels written. Default 1.");
        groups = Add(verb, "--groups", "count", "Groups of channels. Default 1.");
        output = Add(verb, "--output", "index",
            "Trace this one result: 1,2. With channels their index comes first; with --tile the kernel's of a weight gradient.");
        names = Add(verb, "--names", "letters", "Letters for input,kernel[,output]: I,K. Default x,w,y.");
        values = Add(verb, "--values", "integers",
            "forward: the input's numbers, row by row: 1,0,2/0,3,1; with --weights the sum is also worked out.");
        weights = Add(verb, "--weights", "integers", "forward: the kernel's numbers, row by row.");
        Json = new Option<bool>("--json") { Description = "The same as one JSON object; docs/explain.md describes it." };
        verb.Add(Json);
    }

    /// <summary>Whether JSON is wanted.</summary>
    public Option<bool> Json { get; }

    /// <summary>What the user asks.</summary>
    /// <exception cref="ArgumentException">A value is out of its range, or an option does not belong to the operation.</exception>
    public Question Read(ParseResult parsed)
    {
        Operation operation = OperationWords.Parse(parsed.GetValue(op) ?? "forward");
        Belongs(parsed, operation, tile, operation.HasWeights() && operation is not (Operation.Transposed or Operation.BiasGradient));
        Belongs(parsed, operation, outputPadding, operation == Operation.Transposed);
        Belongs(parsed, operation, target, operation == Operation.Transposed);
        Belongs(parsed, operation, border, operation is not (Operation.Transposed or Operation.BiasGradient));
        Belongs(parsed, operation, ceil, operation.IsPooling());
        Belongs(parsed, operation, countPadding, operation.IsAveraging());
        Belongs(parsed, operation, values, operation == Operation.Forward);
        Belongs(parsed, operation, weights, operation == Operation.Forward);
        if ((parsed.GetResult(values) is null) != (parsed.GetResult(weights) is null))
            throw new ArgumentException("--values and --weights must stand together");
        foreach (Option option in new[] { inChannels, outChannels, groups })
            Belongs(parsed, operation, option, operation.HasWeights());
        if (parsed.GetResult(target) is not null && parsed.GetResult(outputPadding) is not null)
            throw new ArgumentException("--target must stand without --output-padding: the size decides it");

        int rank = parsed.GetRequiredValue(input).Split('x', '×').Length;
        if (rank > 3)
            throw new ArgumentException($"spatial axes must be 1..3, were {rank}");
        int axis = 0;
        Padding[] paddings = [.. PerAxis.Split("--padding", parsed.GetValue(padding) ?? "valid", rank).Select(Padding.Parse)];
        Axis[] axes = [.. paddings.Select(each => ReadAxis(parsed, operation, each, rank, axis++))];

        int read = Count(parsed, inChannels), written = Count(parsed, outChannels), parts = Count(parsed, groups);
        if (operation == Operation.Transposed && parts >= 1)   // the geometry would name its own sides, which are the other way round
            foreach ((string side, int channels) in new[] { ("input", read), ("output", written) })
                if (channels % parts != 0)
                    throw new ArgumentException($"groups must divide the {side} channels {channels}, was {parts}");
        var geometry = operation == Operation.Transposed
            ? new ConvolutionGeometry(1, written, read, parts, axes)
            : new ConvolutionGeometry(1, read, written, parts, axes);
        var letters = parsed.GetValue(names) is { } text ? Letters.Parse(operation, text) : Letters.Of(operation, "x", "w", "y");
        var question = new Question(operation, geometry, [.. paddings], letters)
        {
            HasTarget = parsed.GetResult(target) is not null,
            CountPadding = parsed.GetValue(countPadding),
            InputValues = ReadNumbers(parsed, values, geometry.InputLength),
            WeightValues = ReadNumbers(parsed, weights, geometry.WeightLength),
        };
        BlindWindow.Refuse(question);
        return parsed.GetValue(output) is { } index ? question with { Result = [.. ReadIndex(index, question.ResultShape)] } : question;
    }

    private static Option<string> Add(Command verb, string name, string value, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = value };
        verb.Add(option);
        return option;
    }

    private static void Belongs(ParseResult parsed, Operation operation, Option option, bool belongs)
    {
        if (!belongs && parsed.GetResult(option) is { Implicit: false })
            throw new ArgumentException($"{option.Name} has no meaning for op {operation.Word()}");
    }

    private static int Count(ParseResult parsed, Option<string> option)
    {
        string text = parsed.GetValue(option) ?? "1";
        return int.TryParse(text, out int count)
            ? count
            : throw new ArgumentException($"{option.Name} must be a 32-bit integer, was '{text}'");
    }

    private static ImmutableArray<int> ReadNumbers(ParseResult parsed, Option<string> option, int length)
    {
        if (parsed.GetValue(option) is not { } text)
            return [];
        string[] numbers = text.Split(',', '/');
        if (numbers.Length != length)
            throw new ArgumentException($"{option.Name} must have {length} integers, had {numbers.Length}");
        return [.. numbers.Select(number => PerAxis.Integer(option.Name, number, "1,0,2/0,3,1"))];
    }

    private static int[] ReadIndex(string text, int[] shape)
    {
        if (shape.Contains(0))
            throw new ArgumentException($"--output must stay away: the result has no elements, its size is {Coordinates.Sizes(shape)}");
        string[] parts = text.Split(',');
        if (parts.Length != shape.Length)
            throw new ArgumentException($"--output must be like {string.Join(',', shape.Select(static _ => 0))} for a result of size {Coordinates.Sizes(shape)}, was {text}");
        int[] index = [.. parts.Select(static part => PerAxis.Integer("--output", part, "1 or 1,2"))];
        for (int a = 0; a < shape.Length; a++)
            if (index[a] < 0 || index[a] >= shape[a])
                throw new ArgumentException(
                    $"--output must be in {string.Join(',', shape.Select(static size => $"0..{size - 1}"))}, was {text}");
        return index;
    }

    private Axis ReadAxis(ParseResult parsed, Operation operation, Padding padding, int rank, int a)
    {
        int Of(Option<string> option, string usual) => PerAxis.Integers(option.Name, parsed.GetValue(option) ?? usual, rank)[a];
        int i = Of(input, ""), k = Of(kernel, ""), s = Of(stride, "1"), d = Of(dilation, "1");

        int t = Of(tile, "1"), extra = Of(outputPadding, "0");
        int? size = parsed.GetResult(target) is null ? null : Of(target, "");
        Border outside = BorderWord.Parse(parsed.GetValue(border) ?? "zeros");
        try
        {
            if (operation != Operation.Transposed)
                return new Axis(i, k, s, d, padding, outside, t, parsed.GetValue(ceil) ? Rounding.Ceiling : Rounding.Floor);
            return size is { } wanted ? Axis.TransposedTo(wanted, i, k, s, d, padding) : Axis.Transposed(i, k, s, d, padding, extra);
        }
        catch (ArgumentException refused) when (rank > 1)
        {
            throw new ArgumentException($"{refused.Message} ({AxisNames.Of(rank)[a]})", refused);
        }
    }
}
