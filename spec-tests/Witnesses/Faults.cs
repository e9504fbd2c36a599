namespace ReferenceConv.SpecTests.Witnesses;

/// <summary>Faults of the kinds that convolutions really have, one line each, in all four rooms.</summary>
internal static class Faults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("C#'s division claims a window that does not fit", "Geometry/OutputSize.cs", "if (room < 0)", "if (room < -stride)"),
        new("one window too few", "Geometry/OutputSize.cs", "int whole = room / stride + 1;", "int whole = Math.Max((room - 1) / stride + 1, 1);"),
        new("dilation forgets the last tap's hole", "Geometry/OutputSize.cs", "(long)dilation * (kernel - 1) + 1", "(long)dilation * (kernel - 1) + (dilation > 1 ? 0 : 1)"),
        new("begin padding has the wrong sign", "Geometry/Axis.cs", "(long)output * Stride - Begin", "(long)output * Stride + Begin"),
        new("begin and end padding exchanged", "Geometry/Axis.cs", "(Begin, End) = padding.Resolve", "(End, Begin) = padding.Resolve"),
        new("dilation ignored between taps", "Geometry/Axis.cs", "+ (long)tap * Dilation", "+ (long)tap"),
        new("the last input is out of reach", "Geometry/Axis.cs", "0 <= position && position < Input)", "0 <= position && position < Input - 1)"),
        new("extended border takes the second-last input", "Geometry/Axis.cs", "position < 0 ? 0 : Input - 1", "position < 0 ? 0 : Math.Max(Input - 2, 0)"),
        new("cyclic border by C#'s remainder", "Geometry/Axis.cs", "(value % period + period) % period", "Math.Abs(value % period)"),
        new("reflected border repeats its edge", "Geometry/Axis.cs", "long period = 2L * (Input - 1);", "long period = 2L * Input - 1;"),
        new("tiles count from the end", "Geometry/Axis.cs", "=> output % Tile;", "=> Tile - 1 - (output % Tile);"),
        new("same padding puts the odd one in front", "Geometry/Padding.cs", "? (larger, smaller) : (smaller, larger)", "? (smaller, larger) : (larger, smaller)"),
        new("inner axis measured by its kernel", "Geometry/Windows.cs", "outer.Input * axis.Input", "outer.Input * axis.Kernel"),
        new("a leading axis moves and its product does not", "Geometry/Windows.cs", "coordinates[a--] = 0;\n            return a;", "coordinates[a--] = 0;\n            return Math.Min(a + 1, coordinates.Length - 1);"),

        new("groups all read the first channels", "Operators/Layout.cs", "k / geometry.GroupOutChannels * geometry.GroupInChannels", "0"),
        new("weights stepped by all input channels", "Operators/Layout.cs", "new(w[(phase * KernelLength(geometry))..], geometry.GroupInChannels,", "new(w[(phase * KernelLength(geometry))..], geometry.InChannels,"),
        new("bias of the first channel for all", "Operators/ScalarConvolution.cs", "bias.IsEmpty ? T.AdditiveIdentity : bias[k]", "bias.IsEmpty ? T.AdditiveIdentity : bias[0]"),
        new("data gradient overwrites where it should add", "Operators/ScalarConvolution.cs", "dxc[i] += wc[r] * g;", "dxc[i] = wc[r] * g;"),
        new("weight gradient of the last image only", "Operators/ScalarConvolution.cs", "dwc[r] += xc[i] * g;", "dwc[r] = n == geometry.Batch - 1 ? dwc[r] + (xc[i] * g) : dwc[r];"),
        new("max pooling takes the last of equals", "Operators/MaxPooling.cs", "if (!(x[i] <= x[best])", "if (!(x[i] < x[best])"),
        new("average pooling always counts the padding", "Operators/AveragePooling.cs", "countPadding ? relation.PaddedTaps", "countPadding || relation.Taps > 1 ? relation.PaddedTaps"),
        new("col2im overwrites where it should add", "Operators/Im2Col.cs", "x[plane * relation.Inputs + i] += elements", "x[plane * relation.Inputs + i] = elements"),

        new("columns forget the group", "Fast/ColumnBlock.cs", "image * geometry.InChannels + group * geometry.GroupInChannels + c", "image * geometry.InChannels + c"),
        new("the last column is not written back", "Fast/ColumnBlock.cs", "x[InputStart(c) + i] += columns[c * geometry.Relation.Taps + r, j];", "x[InputStart(c) + i] += columns[c * geometry.Relation.Taps + r, Math.Max(j - 1, 0)];"),
        new("MathNet's factors exchanged", "Fast/MatrixProduct.cs", "(bt * at).AsColumnMajorArray()", "(at.Transpose() * bt.Transpose()).AsColumnMajorArray()"),
        new("the product starts at its second term", "Fast/MatrixProduct.cs", "for (int j = 0; j < a.Columns; j++)", "for (int j = a.Columns > 1 ? 1 : 0; j < a.Columns; j++)"),

        new("positions before the image divided towards zero", "Fast/Layout/AxisSlice.cs", "=> (value - Modulo(value, divisor)) / divisor;", "=> value / divisor;"),
        new("taps dealt to stride phases without their dilation", "Fast/Layout/AxisSlice.cs", "(long)tap * axis.Dilation % axis.Stride == rest", "(long)tap % axis.Stride == rest"),
        new("the last row of taps left out with the rows of zeros", "Fast/Layout/Band.cs", "first, last - first + 1);", "first, Math.Max(last - first, 1));"),
        new("stride phases zipped the wrong way round", "Fast/Layout/Piece.cs", "OrderBy(static piece => piece.Slices[2].ResultStart)", "OrderByDescending(static piece => piece.Slices[2].ResultStart)"),
        new("weights packed in the order of the kernel", "Fast/Tiles/SumOrder.cs", "channel * layer.InStride + taps[tap]", "channel * layer.InStride + tap"),
        new("the last vector of weights packed where it would have stood", "Fast/Tiles/PackedWeights.cs", "products[from + i] * Width", "products[Math.Min(o + i, products.Length - 1)] * Width"),
        new("stride phases store their images over each other", "Fast/Tiles/ChannelPlan.cs", "shared ? ImageStarts[0] : end;", "ImageStarts[0];"),
        new("vectors that begin earlier, where x ends, kept from their beginning", "Fast/Tiles/BlockStore.cs", "turned[(skipped + k) * lanes]", "turned[k * lanes]"),
        new("every second number stored as every number", "Fast/Tiles/PlaneStore.cs", "patch.SourceRow + e * patch.Step]", "patch.SourceRow + e]"),
        new("the last vector of a row written one place off", "Fast/Tiles/PlaneWriter.cs", "TLanes.Store(TLanes.Load(ref row[last]), ref target[last]);", "TLanes.Store(TLanes.Load(ref row[last]), ref target[Math.Max(last - 1, 0)]);"),
        new("the last of an odd number of zipped results from the wrong phase", "Fast/Tiles/PlaneWriter.cs", "target[^1] = even[target.Length / 2];", "target[^1] = odd[target.Length / 2];"),
        new("one row too many left out with the rows of zeros", "Fast/Tiles/RingPlan.cs", "(held[0], held[^1] - held[0] + 1)", "(held[0], Math.Max(held[^1] - held[0], 1))"),
        new("the third vector of a tile multiplied by the second", "Fast/Kernels/MicroKernel.cs", "TLanes.MultiplyAdd(r, z, c)", "TLanes.MultiplyAdd(r, y, c)"),
        new("zeros believed to stand that another piece stored", "Fast/PreparedConvolution.cs", "zerosStand: worker.Layout == layout", "zerosStand: worker.Layout >= 0"),

        new("correlation flips one axis", "Formulas/Correlation.cs", "sum += x[i + m, j + n] * w[m, n];", "sum += x[i + m, j + n] * w[m, w.GetLength(1) - 1 - n];"),
        new("convolution does not flip", "Formulas/Convolution.cs", "sum += f[n] * g[t - n];", "sum += f[n] * g[g.Length - 1 - t + n];"),
        new("stride counts from one", "Formulas/Stride.cs", "sum += x[p * d + k] * w[k];", "sum += x[Math.Min(p * d + 1, x.Length - w.Length) + k] * w[k];"),
        new("tiles start at the second filter", "Formulas/TiledConvolution.cs", "sum += w[i % t][j] * x[i + j];", "sum += w[(i + 1) % t][j] * x[i + j];"),
        new("gradient to the input by correlation", "Formulas/Backpropagation.cs", "sum += dy[o] * w[d - o];", "sum += dy[o] * w[w.Length - 1 - (d - o)];"),
        new("the ceiling that a lecture prints", "Formulas/OutputSize.cs", "return room < 0 ? 0 : Counted((room / stride) + 1);", "return room < 0 ? 0 : Counted(((room + stride - 1) / stride) + 1);"),
    ];
}
