namespace ReferenceConv.SpecTests.Onnx;

/// <summary>A folder with model.onnx and test_data_set_0.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="NotApplicable">Why the case says nothing about this library, or null.</param>
internal sealed record OnnxFolder(string Path, string? NotApplicable)
{
    private static readonly Dictionary<string, Action<OnnxNode>> Operations = new(StringComparer.Ordinal)
    {
        ["Conv"] = ConvolutionNodes.Conv,
        ["ConvTranspose"] = ConvolutionNodes.ConvTranspose,
        ["ConvInteger"] = ConvolutionNodes.ConvInteger,
        ["MaxPool"] = PoolingNodes.MaxPool,
        ["AveragePool"] = PoolingNodes.AveragePool,
        ["GlobalMaxPool"] = PoolingNodes.GlobalMaxPool,
        ["GlobalAveragePool"] = PoolingNodes.GlobalAveragePool,
        ["Pad"] = PadNode.Pad,
        ["Col2Im"] = Col2ImNode.Col2Im,
    };

    /// <summary>Colon-separated roots; by default where Debian's libonnx-testdata puts them.</summary>
    public static string[] Roots { get; } =
        (Environment.GetEnvironmentVariable("ONNX_BACKEND_TESTS") ?? "/usr/share/libonnx-testdata/data").Split(
            ':', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Every case under the roots, by name.</summary>
    public static IReadOnlyList<OnnxFolder> All { get; } =
    [
        .. Roots.Where(Directory.Exists)
            .SelectMany(static root => Directory.EnumerateFiles(root, "model.onnx", SearchOption.AllDirectories))
            .Select(static file => System.IO.Path.GetDirectoryName(file)!)
            .Where(static folder => Directory.Exists(System.IO.Path.Combine(folder, "test_data_set_0")))
            .Order(StringComparer.Ordinal)
            .Select(static folder => new OnnxFolder(folder, Reason(folder))),
    ];

    /// <summary>The last two parts of the path.</summary>
    public string Name => $"{System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path))}/{System.IO.Path.GetFileName(Path)}";

    /// <summary>Runs the node and holds the result to the published one.</summary>
    public void Check() => Operations[Graph(Path).Node[0].OpType](OnnxNode.Read(Path));

    private static string? Reason(string folder)
    {
        GraphProto graph = Graph(folder);
        if (graph.Node.Count != 1)
            return $"{graph.Node.Count} nodes";
        NodeProto node = graph.Node[0];
        if (!Operations.ContainsKey(node.OpType))
            return $"operator {node.OpType}";
        return node.Output.Count == 1 ? null : $"operator {node.OpType} with {node.Output.Count} outputs";
    }

    private static GraphProto Graph(string folder) =>
        ModelProto.Parser.ParseFrom(File.ReadAllBytes(System.IO.Path.Combine(folder, "model.onnx"))).Graph;
}
