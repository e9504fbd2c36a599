using ReferenceConv.Verification.Cases;

namespace ReferenceConv.Verification.Schedules;

/// <summary>A layer of a network as a case.</summary>
/// <param name="Name">Its network and its name there, for example <c>ResNet-50 conv3_1b</c>.</param>
/// <param name="Case">One operator over its geometry, perhaps on a smaller image.</param>
public sealed record NamedLayer(string Name, OperatorCase Case)
{
    /// <summary>For example <c>ResNet-50 conv3_1b: forward, N1 C128 K128 g1 | 7 k3 s2 d1 p1,1 → 4 | 7 k3 s2 d1 p1,1 → 4</c>.</summary>
    public override string ToString() => $"{Name}: {Case}";
}
