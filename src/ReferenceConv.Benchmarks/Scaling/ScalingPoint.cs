using ReferenceConv.Benchmarks.Peers.Layers;

namespace ReferenceConv.Benchmarks.Scaling;

/// <summary>One line of a series: a layer and the threads that share it.</summary>
internal sealed record ScalingPoint(string Label, NetworkLayer Layer, int Threads = 1);
