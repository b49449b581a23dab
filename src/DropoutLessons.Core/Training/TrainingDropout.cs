namespace DropoutLessons;

/// <summary>Is the dropout of a training run, with the fault the run asks for.</summary>
/// <param name="options">rate, fault and era</param>
/// <param name="rngs">streams it draws from</param>
/// <param name="fixedKey">the one key of <see cref="TrainingFault.SameMask"/></param>
internal sealed class TrainingDropout(TrainingOptions options, Rngs rngs, PrngKey? fixedKey)
{
    private readonly JaxVersion _version = options.Version.Jitted();

    /// <summary>Draws the factor of each activation: 0 where it is dropped, else what it is multiplied by.</summary>
    /// <param name="rows">number of examples</param>
    /// <param name="columns">number of activations of an example</param>
    /// <returns>factors, row-major; null when nothing is dropped</returns>
    public float[]? Factors(int rows, int columns)
    {
        if (options.Rate <= 0)
            return null;
        double keepProb = 1.0 - options.Rate;
        var kept = (fixedKey ?? rngs.Dropout()).Bernoulli(options.Fault == TrainingFault.WrongP ? options.Rate : keepProb, rows * columns, _version);
        // Under jit JAX multiplies by the reciprocal, so the factor is all there is to the scale step.
        float factor = options.Fault == TrainingFault.NoRescale ? 1f : 1f / (float)keepProb;
        return Array.ConvertAll(kept, isKept => isKept ? factor : 0f);
    }
}
