namespace ReferenceConv.SpecTests.Onnx;

/// <summary>The one node of a model with the tensors that go into it and the one that must come out.</summary>
internal sealed class OnnxNode
{
    // The only case whose input and result were both printed with four decimals: half a unit in the result, and at most half a unit in a
    // mean of inputs.
    private const string FourDecimals = "test_averagepool_2d_ceil_last_window_starts_on_pad";

    private readonly Dictionary<string, AttributeProto> attributes;
    private readonly OnnxTensor?[] inputs;

    private OnnxNode(Dictionary<string, AttributeProto> attributes, OnnxTensor?[] inputs, OnnxTensor expected, double printedWithin)
    {
        this.attributes = attributes;
        this.inputs = inputs;
        Expected = expected;
        PrintedWithin = printedWithin;
    }

    /// <summary>What the node must give.</summary>
    public OnnxTensor Expected { get; }

    /// <summary>
    /// How far the published result may be off because numbers were rounded when they were printed; 0 for computed floats.
    /// </summary>
    public double PrintedWithin { get; }

    /// <summary>
    /// Reads a case: initializers give the tensors they name, the other inputs of the graph are input_0.pb, input_1.pb … in their order.
    /// </summary>
    public static OnnxNode Read(string folder)
    {
        GraphProto graph = ModelProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(folder, "model.onnx"))).Graph;
        var tensors = graph.Initializer.ToDictionary(static tensor => tensor.Name, OnnxTensor.From, StringComparer.Ordinal);
        int file = 0;
        foreach (string name in graph.Input.Select(static input => input.Name).Where(name => !tensors.ContainsKey(name)))
            tensors[name] = OnnxTensor.Read(Path.Combine(folder, "test_data_set_0", $"input_{file++}.pb"));

        NodeProto node = graph.Node.Single();
        return new OnnxNode(
            node.Attribute.ToDictionary(static attribute => attribute.Name, StringComparer.Ordinal),
            [.. node.Input.Select(name => name.Length == 0 ? null : tensors[name])],
            OnnxTensor.Read(Path.Combine(folder, "test_data_set_0", "output_0.pb")),
            Path.GetFileName(folder) == FourDecimals ? 0.0001 : 0);
    }

    /// <summary>The input at this place, or null if it is left out.</summary>
    public OnnxTensor? Optional(int place) => place < inputs.Length ? inputs[place] : null;

    /// <summary>The input at this place.</summary>
    public OnnxTensor Input(int place) => Optional(place) ?? throw new InvalidDataException($"input {place} is missing");

    /// <summary>The integers of an attribute, or the default where it is absent or empty.</summary>
    public int[] Integers(string name, int[] otherwise) =>
        attributes.TryGetValue(name, out AttributeProto? attribute) && attribute.Ints.Count > 0
            ? [.. attribute.Ints.Select(static i => (int)i)]
            : otherwise;

    /// <summary>The integer of an attribute, or the default where it is absent.</summary>
    public int Integer(string name, int otherwise) =>
        attributes.TryGetValue(name, out AttributeProto? attribute) ? (int)attribute.I : otherwise;

    /// <summary>The number of an attribute, or 0.</summary>
    public float Float(string name) => attributes.TryGetValue(name, out AttributeProto? attribute) ? attribute.F : 0;

    /// <summary>The word of an attribute, or the default where it is absent.</summary>
    public string Word(string name, string otherwise) =>
        attributes.TryGetValue(name, out AttributeProto? attribute) ? attribute.S.ToStringUtf8() : otherwise;
}
