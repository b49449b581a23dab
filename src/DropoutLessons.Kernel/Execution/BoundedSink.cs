using System.Globalization;

namespace DropoutLessons.Kernel;

/// <summary>Lets through what a cell shows up to a limit, and says how much it left out: an endless loop that prints must not fill the notebook.</summary>
/// <param name="inner">where output goes</param>
internal sealed class BoundedSink(IOutputSink inner) : IOutputSink
{
    /// <summary>Characters of text a cell may print.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>Displays, updates of displays and clearings a cell may ask for.</summary>
    public const int MostDisplays = 2_000;

    private readonly Lock _lock = new();
    private long _characters;
    private long _displays;

    /// <summary>Writes the note on what was left out, if anything was.</summary>
    public void Finish()
    {
        long characters, displays;
        lock (_lock)
            (characters, displays) = (_characters - MostCharacters, _displays - MostDisplays);
        if (characters > 0)
            inner.Write("stderr", Note($"\n[{characters:N0} more characters are left out: a cell shows the first {MostCharacters:N0}.]\n"));
        if (displays > 0)
            inner.Write("stderr", Note($"\n[{displays:N0} more displays are left out: a cell shows the first {MostDisplays:N0}.]\n"));
    }

    public void Write(string stream, string text)
    {
        long left;
        lock (_lock)
        {
            left = MostCharacters - _characters;
            _characters += text.Length;
        }
        if (left >= text.Length)
            inner.Write(stream, text);
        else if (left > 0)
            inner.Write(stream, text[..(int)left]);
    }

    public void Display(MimeBundle bundle, string? displayId)
    {
        if (Passes())
            inner.Display(bundle, displayId);
    }

    public void UpdateDisplay(MimeBundle bundle, string displayId)
    {
        if (Passes())
            inner.UpdateDisplay(bundle, displayId);
    }

    public void ClearOutput(bool wait)
    {
        if (Passes())
            inner.ClearOutput(wait);
    }

    private bool Passes()
    {
        lock (_lock)
            return ++_displays <= MostDisplays;
    }

    private static string Note(FormattableString note) => note.ToString(CultureInfo.InvariantCulture);
}
