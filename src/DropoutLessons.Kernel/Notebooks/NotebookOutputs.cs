using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel;

/// <summary>Collects what a cell shows in the form a front end stores in the notebook.</summary>
internal sealed class NotebookOutputs : IOutputSink
{
    private readonly Lock _lock = new();
    private readonly List<(JsonObject Output, string? DisplayId)> _outputs = [];
    private bool _clearNext;

    /// <summary>Ends the cell: adds its value or its error, and returns everything shown.</summary>
    public IReadOnlyList<JsonNode> Finish(CellResult result, int executionCount)
    {
        if (result.Error is { } error)
            Add(OutputJson.Error(error), null);
        else if (result.Shown is { } shown)
            Add(OutputJson.Result(shown, executionCount), null);
        lock (_lock)
            return [.. _outputs.Select(entry => entry.Output)];
    }

    public void Write(string stream, string text)
    {
        lock (_lock)
        {
            Clear();
            if (_outputs.LastOrDefault().Output is { } last && (string?)last["name"] == stream)
                last["text"] = (string?)last["text"] + text;
            else
                _outputs.Add((OutputJson.Stream(stream, text), null));
        }
    }

    public void Display(MimeBundle bundle, string? displayId) => Add(OutputJson.Display(bundle), displayId);

    public void UpdateDisplay(MimeBundle bundle, string displayId)
    {
        lock (_lock)
            foreach (var (output, _) in _outputs.Where(entry => entry.DisplayId == displayId))
                output["data"] = bundle.ToJson();
    }

    public void ClearOutput(bool wait)
    {
        lock (_lock)
        {
            _clearNext = true;
            if (!wait)
                Clear();
        }
    }

    private void Add(JsonObject output, string? displayId)
    {
        lock (_lock)
        {
            Clear();
            _outputs.Add((output, displayId));
        }
    }

    private void Clear()
    {
        if (_clearNext)
            _outputs.Clear();
        _clearNext = false;
    }
}
