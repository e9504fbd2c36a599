namespace ReferenceConv.Verification.Schedules;

/// <summary>What a drawn case is to have; −1 leaves it to chance.</summary>
/// <param name="Path">Index in <see cref="ShapePaths.All"/>.</param>
/// <param name="Size">Index in <see cref="SizeClass.OfAxis"/>, of the outputs of the last axis.</param>
/// <param name="InChannels">Index in <see cref="SizeClass.OfChannels"/>, of a group, or of a depthwise convolution all.</param>
/// <param name="OutChannels">The same of the outputs of a group.</param>
/// <param name="Batch">Index in <see cref="SizeClass.OfBatch"/>.</param>
internal readonly record struct PathTarget(int Path = -1, int Size = -1, int InChannels = -1, int OutChannels = -1, int Batch = -1)
{
    /// <summary>Multiply-adds of a case that has this and is otherwise as small as it can be; every level must be given.</summary>
    public double LeastWork
    {
        get
        {
            ShapePath path = ShapePaths.All[Path];
            double size = SizeClass.OfAxis[Size].Least;
            double taps = path.IsGlobal ? 1 : path.Kernel.Aggregate(1.0, static (product, taps) => product * taps);
            double channels = (double)SizeClass.OfChannels[InChannels].Least * SizeClass.OfChannels[OutChannels].Least;
            return taps * size * channels * SizeClass.OfBatch[Batch].Least * (path.Kind == PathKind.Grouped ? 2 : 1);
        }
    }
}
