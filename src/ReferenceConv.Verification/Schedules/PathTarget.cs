namespace ReferenceConv.Verification.Schedules;

/// <summary>What a drawn case is to have; −1 leaves it to chance.</summary>
/// <param name="Path">Index in <see cref="ShapePaths.All"/>.</param>
/// <param name="Size">Index in <see cref="SizeClass.OfAxis"/>, of the outputs of the last axis.</param>
/// <param name="InChannels">Index in <see cref="SizeClass.OfChannels"/>, of a group, or of a depthwise convolution all.</param>
/// <param name="OutChannels">The same of the outputs of a group.</param>
/// <param name="Batch">Index in <see cref="SizeClass.OfBatch"/>.</param>
internal readonly record struct PathTarget(int Path = -1, int Size = -1, int InChannels = -1, int OutChannels = -1, int Batch = -1);
