namespace ReferenceConv.Benchmarks.Peers;

/// <summary>Seconds of one run: the best seen and the median.</summary>
internal readonly record struct Timing(double Best, double Median);
