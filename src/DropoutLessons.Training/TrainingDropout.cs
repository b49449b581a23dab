namespace DropoutLessons;

/// <summary>Is the dropout of a training run, with the fault the run asks for.</summary>
/// <param name="options">rate, fault and era</param>
/// <param name="rngs">streams it draws from</param>
/// <param name="fixedKey">the one key of <see cref="TrainingFault.SameMask"/></param>
internal sealed class TrainingDropout(TrainingOptions options, Rngs rngs, PrngKey? fixedKey)
{
    private readonly JaxVersion _version = options.Version.Jitted();
    private readonly double _drawnRate = options.Fault == TrainingFault.WrongP ? 1.0 - options.Rate : options.Rate;
    private readonly double _scaleRate = options.Fault == TrainingFault.NoRescale ? 0 : options.Rate;
    private byte[] _mask = [];

    /// <summary>Draws the next mask and drops and scales in place.</summary>
    /// <param name="activations">activations of all examples, row-major; left as they are at a rate of 0 and below</param>
    public void Forward(Span<float> activations)
    {
        if (options.Rate <= 0)
            return;
        if (_mask.Length != PackedBits.Length(activations.Length))
            _mask = new byte[PackedBits.Length(activations.Length)];
        // One mask is drawn and another thing done with it where the run is faulty, so drawing and scaling are two steps here.
        PackedBits.Draw(fixedKey ?? rngs.Dropout(), 1.0 - _drawnRate, activations.Length, _version, _mask);
        InvertedDropout.Backward(activations, _mask, _scaleRate, _version, activations);
    }

    /// <summary>Drops and scales a gradient in place by the mask of the last forward pass.</summary>
    public void Backward(Span<float> gradient)
    {
        if (options.Rate > 0)
            InvertedDropout.Backward(gradient, _mask, _scaleRate, _version, gradient);
    }
}
