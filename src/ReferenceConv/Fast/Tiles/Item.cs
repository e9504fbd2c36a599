namespace ReferenceConv.Fast.Tiles;

/// <summary>
/// The least that a thread takes: some panels of a band of a group of an image. Items follow each other in the order of these numbers.
/// </summary>
/// <param name="Engine">Number of the engine.</param>
/// <param name="Image">Number of the image in the batch.</param>
/// <param name="Group">Number of the group.</param>
/// <param name="Band">Number of the band.</param>
/// <param name="Split">Which share of the panels.</param>
internal readonly record struct Item(int Engine, int Image, int Group, int Band, int Split);
