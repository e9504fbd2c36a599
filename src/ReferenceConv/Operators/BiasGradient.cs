using System.Numerics;
using System.Numerics.Tensors;
using ReferenceConv.Geometry;

namespace ReferenceConv.Operators;

/// <summary>The gradient of the bias.</summary>
/// <typeparam name="T">Any number that can be added.</typeparam>
public static class BiasGradient<T>
    where T : IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>db[k] = Σ dy[n,k,o] over all n and o: every output has the bias once.</summary>
    /// <param name="geometry">The convolution.</param>
    /// <param name="dy">Gradient of the output [N, K, o…].</param>
    /// <returns>K sums, a tensor [K].</returns>
    /// <exception cref="ArgumentException">dy has another shape.</exception>
    public static Tensor<T> Of(ConvolutionGeometry geometry, in ReadOnlyTensorSpan<T> dy)
    {
        ReadOnlyView<T> DY = Layout.Output(geometry, TensorDoor.Enter(dy, geometry.OutputShape.AsSpan(), "dy"));
        var db = new T[geometry.OutChannels];
        Array.Fill(db, T.AdditiveIdentity);
        for (int n = 0; n < geometry.Batch; n++)
            for (int k = 0; k < geometry.OutChannels; k++)
                foreach (T g in DY[n, k])
                    db[k] += g;
        return TensorDoor.Leave(db, [geometry.OutChannels]);
    }
}
