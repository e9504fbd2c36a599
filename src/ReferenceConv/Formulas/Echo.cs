using System.Numerics;

namespace ReferenceConv.Formulas;

/// <summary>An echo: a sound convolved with what its surroundings reflect.</summary>
/// <typeparam name="T">Any number that can be added and multiplied.</typeparam>
public static class Echo<T>
    where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    /// <summary>
    /// [S1.08] e[t] = Σ_d response[d] · sound[t−d]: what is heard at time t is what sounded d samples ago, as loud as the reflection
    /// with that delay. Before its beginning and after its end the sound is silence.
    /// </summary>
    /// <param name="sound">The sound, sample by sample.</param>
    /// <param name="response">response[d] is the loudness of the reflection after d samples; response[0] is the direct sound.</param>
    /// <returns>sound.Length + response.Length − 1 samples.</returns>
    /// <exception cref="ArgumentException">The sound or the response is empty, or the result too large.</exception>
    [Formula("S1.08")]
    public static T[] Heard(T[] sound, T[] response)
    {
        var heard = new T[OutputSize.Full(sound.Length, response.Length)];
        for (int t = 0; t < heard.Length; t++)
        {
            heard[t] = T.AdditiveIdentity;
            for (int d = Math.Max(0, t - sound.Length + 1); d <= Math.Min(t, response.Length - 1); d++)
                heard[t] += response[d] * sound[t - d];
        }

        return heard;
    }
}
