namespace DropoutLessons;

/// <summary>Is a picture with controls that the page itself computes, with a still image and a table where scripts do not run.</summary>
/// <remarks>Immutable.</remarks>
public sealed partial class LiveControl
{
    private readonly LiveDrawing _drawing;

    internal LiveControl(string view, string state, float[] x)
    {
        _drawing = LiveScript.Draw(view, state, x);
        (View, X, Numbers) = (view, x, new(_drawing.Header, _drawing.Rows, _drawing.Note));
    }

    /// <summary>What the control shows, in a few words.</summary>
    public string Title => _drawing.Title;

    /// <summary>The state it starts in, as one line such as "era=0.12 seed=7 rate=0.3 call=2".</summary>
    public string State => _drawing.State;

    /// <summary>What there is to see in that state, with the numbers that matter.</summary>
    public string Summary => _drawing.Summary;

    /// <summary>That state as a still image, a whole SVG document.</summary>
    public string Svg => _drawing.Svg;

    /// <summary>The numbers behind that state.</summary>
    public PictureTable Numbers { get; }

    internal string View { get; }

    internal IReadOnlyList<float> X { get; }

    /// <summary>Makes the same control in another state.</summary>
    /// <param name="state">words such as "seed=8 rate=0.5", or a whole line copied from a control; what it leaves out stays as it is</param>
    /// <exception cref="ArgumentException">A word is not understood or out of range; the message quotes it and says what would do.</exception>
    public LiveControl From(string state) => new(View, $"{State} {state}", [.. X]);

    /// <inheritdoc/>
    public override string ToString() => $"{Title} ({State})\n{Summary}\n{Numbers}";
}
