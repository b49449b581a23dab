using System.Text;
using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Publishes what one cell shows. Printed text is gathered for a moment, so that a flood of lines becomes a few messages.</summary>
internal sealed class CellOutput : IOutputSink, IDisposable
{
    private const int LongestChunk = 64 * 1024;
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(40);

    private readonly IChannels _channels;
    private readonly JupyterMessage _request;
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly Timer _timer;
    private string _stream = "stdout";

    public CellOutput(IChannels channels, JupyterMessage request)
    {
        (_channels, _request) = (channels, request);
        _timer = new(_ => Flush());
    }

    public void Write(string stream, string text)
    {
        lock (_lock)
        {
            if (stream != _stream)
                FlushText();
            _stream = stream;
            // Started by the first text only: an idle kernel has no timer that runs.
            if (_text.Length == 0)
                _timer.Change(s_moment, Timeout.InfiniteTimeSpan);
            _text.Append(text);
            if (_text.Length >= LongestChunk)
                FlushText();
        }
    }

    public void Display(MimeBundle bundle, string? displayId) => Publish("display_data", Shown(bundle, displayId));

    public void UpdateDisplay(MimeBundle bundle, string displayId) => Publish("update_display_data", Shown(bundle, displayId));

    public void ClearOutput(bool wait) => Publish("clear_output", new() { ["wait"] = wait });

    /// <summary>Publishes the text gathered so far, then a message of another kind.</summary>
    public void Publish(string type, JsonObject content)
    {
        lock (_lock)
        {
            FlushText();
            _channels.Publish(JupyterMessage.Answer(_request, type, content));
        }
    }

    /// <summary>Publishes the text gathered so far.</summary>
    public void Flush()
    {
        lock (_lock)
            FlushText();
    }

    // The timer stays usable: a thread the cell left behind may print later, and its text belongs to this cell.
    public void Dispose() => Flush();

    private void FlushText()
    {
        if (_text.Length == 0)
            return;
        _channels.Publish(JupyterMessage.Answer(_request, "stream", new() { ["name"] = _stream, ["text"] = _text.ToString() }));
        _text.Clear();
    }

    private static JsonObject Shown(MimeBundle bundle, string? displayId) => new()
    {
        ["data"] = bundle.ToJson(),
        ["metadata"] = new JsonObject(),
        ["transient"] = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId },
    };
}
