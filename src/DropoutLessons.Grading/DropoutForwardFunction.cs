namespace DropoutLessons;

/// <summary>Computes inverted dropout as the exercise asks for it.</summary>
/// <param name="seed">seed of the random key; truncated toward zero</param>
/// <param name="x">activations, any length</param>
/// <param name="rate">fraction of elements to drop on average; at or below 0 nothing is dropped</param>
/// <param name="deterministic">0.5 and above: evaluation, <paramref name="x"/> comes back unchanged; below: training</param>
/// <returns>activations of the same length</returns>
public delegate float[] DropoutForwardFunction(double seed, float[] x, double rate, double deterministic);
