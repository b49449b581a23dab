namespace DropoutLessons;

/// <summary>Draws what the lessons talk about; every result is a <see cref="Picture"/> that front ends show by themselves.</summary>
/// <remarks>
/// Deterministic: equal arguments give equal pictures. Any size draws within 100 KB: what is too much to see is counted in blocks, sampled or cut to a window,
/// and the caption says how.
/// </remarks>
public static class Show
{
    /// <summary>Draws a mask, row by row, beside the number of kept elements and the band it is expected in.</summary>
    /// <param name="mask">true where an element is kept</param>
    /// <param name="rate">fraction that should be dropped on average, in [0, 1]</param>
    /// <param name="columns">elements in a row; about a square when 0</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is outside [0, 1] or <paramref name="columns"/> is negative.</exception>
    public static Picture Mask(bool[] mask, double rate, int columns = 0) => MaskPicture.Draw(mask, rate, columns);

    /// <summary>Draws the mask of a call.</summary>
    /// <param name="mask">mask that a layer drew; one that treats all elements alike has no elements to draw</param>
    /// <param name="columns">elements in a row; about a square when 0</param>
    /// <exception cref="ArgumentOutOfRangeException">The mask's rate is outside [0, 1] or <paramref name="columns"/> is negative.</exception>
    public static Picture Mask(DropoutMask mask, int columns = 0)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return MaskPicture.Draw(mask.Kept.ToArray(), mask.Rate, columns);
    }

    /// <summary>Draws activations before and after dropout on one scale, the dropped ones marked.</summary>
    /// <param name="x">activations before</param>
    /// <param name="y">activations after, as many</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Picture Activations(float[] x, float[] y) => ActivationsPicture.Draw(x, y);

    /// <summary>Draws the 64 bits of a key and lists the keys and numbers that come from it.</summary>
    /// <param name="key">any key</param>
    public static Picture Key(PrngKey key) => KeyPicture.Draw(key);

    /// <summary>Draws the keys a stream has handed out and the next one; draws none itself.</summary>
    /// <param name="stream">any stream</param>
    public static Picture Stream(RngStream stream) => RngStreamPicture.Draw(stream);

    /// <summary>Draws the counters of all streams; draws no key itself.</summary>
    /// <param name="rngs">any container of streams</param>
    public static Picture Rngs(Rngs rngs) => RngsPicture.Draw(rngs);

    /// <summary>Draws what the generator does in one training call, element by element: counter, bits, uniform number, threshold, coin, output.</summary>
    /// <param name="key">key of the call</param>
    /// <param name="x">activations</param>
    /// <param name="rate">fraction dropped on average, in [0, 1]</param>
    /// <param name="yours">a run of the learner's, laid over it with the first divergence marked; null for none</param>
    /// <param name="version">era whose bits are computed; <see cref="JaxVersion.Formula"/> when null</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is outside [0, 1].</exception>
    public static Picture Call(PrngKey key, float[] x, double rate, float[]? yours = null, JaxVersion? version = null) => CallPicture.Draw(key, x, rate, yours, version ?? JaxVersion.Formula);

    /// <summary>Draws two runs side by side, bit for bit, and marks the first divergence.</summary>
    /// <param name="first">one run</param>
    /// <param name="second">the other; where it is shorter or longer, the rest counts as different</param>
    /// <param name="firstName">what the first is called</param>
    /// <param name="secondName">what the second is called</param>
    public static Picture Compare(float[] first, float[] second, string firstName = "reference", string secondName = "yours") => ComparisonPicture.Draw(first, second, firstName, secondName);

    /// <summary>Draws two masks side by side, kept as 1 and dropped as 0, and marks the first divergence.</summary>
    /// <param name="first">one mask</param>
    /// <param name="second">the other</param>
    /// <param name="firstName">what the first is called</param>
    /// <param name="secondName">what the second is called</param>
    public static Picture Compare(bool[] first, bool[] second, string firstName = "reference", string secondName = "yours") =>
        ComparisonPicture.Draw(Array.ConvertAll(first, isKept => isKept ? 1f : 0f), Array.ConvertAll(second, isKept => isKept ? 1f : 0f), firstName, secondName);

    /// <summary>Draws many runs against one reference, a row for each, bit for bit, and marks the first divergence of each.</summary>
    /// <param name="reference">what they are compared with</param>
    /// <param name="runs">what each run is called, and its output; where it is shorter or longer, the rest counts as different</param>
    public static Picture Divergences(float[] reference, IEnumerable<(string Name, float[] Output)> runs) => DivergencesPicture.Draw(reference, runs);

    /// <summary>Draws how the mean output, averaged over more and more calls, stands to the mean input and to the band it is expected in.</summary>
    /// <param name="x">activations before</param>
    /// <param name="rate">fraction dropped on average, in [0, 1)</param>
    /// <param name="forward">computes the output of one call; its argument counts the calls from 0</param>
    /// <param name="calls">number of calls, at least 1</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is outside [0, 1) or <paramref name="calls"/> is below 1.</exception>
    public static Picture MeanKept(float[] x, double rate, Func<int, float[]> forward, int calls = 200) => MeanKeptPicture.Draw(x, rate, forward, calls);

    /// <summary>Draws how the outputs of many calls are distributed beside the inputs: the mean is kept, the variance grows by <c>x² · rate / keep_prob</c>.</summary>
    /// <param name="x">activations before</param>
    /// <param name="rate">fraction dropped on average, in [0, 1)</param>
    /// <param name="forward">computes the output of one call; its argument counts the calls from 0</param>
    /// <param name="calls">number of calls, at least 1; all their outputs are held at once</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is outside [0, 1) or <paramref name="calls"/> is below 1.</exception>
    /// <exception cref="ArgumentException">An output is not as long as <paramref name="x"/>.</exception>
    public static Picture Outputs(float[] x, double rate, Func<int, float[]> forward, int calls = 100) => OutputsPicture.Draw(x, rate, forward, calls);

    /// <summary>Draws what a layer makes of one input in training and at evaluation, and says whether evaluation gives it back unchanged.</summary>
    /// <param name="x">activations before</param>
    /// <param name="train">output in training, as many</param>
    /// <param name="eval">output at evaluation, as many</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Picture TrainEval(float[] x, float[] train, float[] eval) => TrainEvalPicture.Draw(x, train, eval);

    /// <summary>Draws the losses and the accuracy of training runs.</summary>
    /// <param name="runs">1 to 5 runs: what each is called, and its curve, such as <see cref="DigitsNetwork.Curve"/> or a learner's own</param>
    /// <exception cref="ArgumentException">There are none or more than 5 runs, or one has no point.</exception>
    public static Picture Training(params (string Name, IReadOnlyList<TrainingPoint> Curve)[] runs) => TrainingPicture.Draw(runs);

    /// <summary>Draws a grey image, such as one of <see cref="Digits"/>.</summary>
    /// <param name="pixels">ink in [0, 1], row-major, at most 1024</param>
    /// <param name="columns">pixels in a row</param>
    /// <exception cref="ArgumentException">There are no pixels or too many, the last row is not full, or a pixel is outside [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is below 1.</exception>
    public static Picture Image(float[] pixels, int columns = 8) => ImagePicture.Draw(pixels, columns);

    /// <summary>Draws what a network says of one input in many passes with dropout on, beside their mean and what it says at evaluation.</summary>
    /// <param name="passes">probabilities of the classes, an array for each pass</param>
    /// <param name="evaluation">probabilities at evaluation, of at most 20 classes</param>
    /// <exception cref="ArgumentException">There is no pass or no class, there are too many classes, or the numbers of classes differ.</exception>
    public static Picture Passes(IReadOnlyList<float[]> passes, float[] evaluation) => PassesPicture.Draw(passes, evaluation);

    /// <summary>Draws how keys travel from their roots to the call sites in nnx and in Linen; keys that arrive twice are marked.</summary>
    /// <param name="nnx">wires of nnx, such as those of <see cref="KeyWire.Nnx"/></param>
    /// <param name="linen">wires of Linen, such as those of <see cref="KeyWire.Linen"/></param>
    public static Picture LinenAgainstNnx(IReadOnlyList<KeyWire> nnx, IReadOnlyList<KeyWire> linen) => LinenAgainstNnxPicture.Draw(nnx, linen);

    /// <summary>Draws what checks say of layers that are known to be right or wrong: a row for each check, its errors marked, the four counts in the table.</summary>
    /// <param name="layers">what each layer is called, and whether it is right; the right ones are drawn first</param>
    /// <param name="checks">what each check is called, and which layers it accepts, in the order of <paramref name="layers"/></param>
    /// <exception cref="ArgumentException">A check judges more or fewer layers than there are.</exception>
    public static Picture Judgements(IEnumerable<(string Name, bool IsRight)> layers, params IReadOnlyList<(string Name, IEnumerable<bool> Accepted)> checks) => JudgementsPicture.Draw(layers, checks);

    /// <summary>Draws a verdict as a sign for each check, with what was seen in the table.</summary>
    /// <param name="message">the sentence of the verdict</param>
    /// <param name="checks">name of each check, whether it was right, and what was seen</param>
    public static Picture Verdict(string message, IEnumerable<(string Name, bool Passed, string Detail)> checks) => VerdictPicture.Draw(message, checks);
}
