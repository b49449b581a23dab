namespace DropoutLessons.Kernel.Tests;

/// <summary>Writes down what a cell shows.</summary>
internal sealed class RecordingSink : IOutputSink
{
    private readonly Lock _lock = new();
    private readonly List<MimeBundle> _displays = [];
    private string _text = "";

    public string Text
    {
        get
        {
            lock (_lock)
                return _text;
        }
    }

    public IReadOnlyList<MimeBundle> Displays
    {
        get
        {
            lock (_lock)
                return [.. _displays];
        }
    }

    /// <summary>Plain text of everything displayed, a line each.</summary>
    public string Shown => string.Join('\n', Displays.Select(bundle => (string)bundle.Data["text/plain"]!));

    public void Write(string stream, string text)
    {
        lock (_lock)
            _text += text;
    }

    public void Display(MimeBundle bundle, string? displayId)
    {
        lock (_lock)
            _displays.Add(bundle);
    }

    public void UpdateDisplay(MimeBundle bundle, string displayId) => Display(bundle, displayId);

    public void ClearOutput(bool wait)
    {
        lock (_lock)
            _displays.Clear();
    }
}
