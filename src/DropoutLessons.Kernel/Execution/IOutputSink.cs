namespace DropoutLessons.Kernel;

/// <summary>Receives what a cell shows while it runs. Called from any thread.</summary>
public interface IOutputSink
{
    /// <summary>Takes text printed to a stream.</summary>
    /// <param name="stream">"stdout" or "stderr"</param>
    /// <param name="text">what was printed</param>
    void Write(string stream, string text);

    /// <summary>Takes a displayed object.</summary>
    /// <param name="bundle">its forms</param>
    /// <param name="displayId">name under which it may be updated later, or null</param>
    void Display(MimeBundle bundle, string? displayId);

    /// <summary>Takes the new look of an object displayed before.</summary>
    /// <param name="bundle">its forms</param>
    /// <param name="displayId">name it was displayed under</param>
    void UpdateDisplay(MimeBundle bundle, string displayId);

    /// <summary>Takes the wish to clear the cell's output.</summary>
    /// <param name="wait">true to clear only when something new arrives</param>
    void ClearOutput(bool wait);
}

/// <summary>Throws away everything it is given.</summary>
public sealed class NullSink : IOutputSink
{
    /// <summary>The one instance.</summary>
    public static NullSink Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(string stream, string text)
    {
    }

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string? displayId)
    {
    }

    /// <inheritdoc/>
    public void UpdateDisplay(MimeBundle bundle, string displayId)
    {
    }

    /// <inheritdoc/>
    public void ClearOutput(bool wait)
    {
    }
}
