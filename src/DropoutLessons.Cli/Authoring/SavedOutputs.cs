using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DropoutLessons.Cli.Book;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Makes outputs fit to be stored with a lesson: still images and tables instead of scripts, and a hash of the code that made them.</summary>
internal static partial class SavedOutputs
{
    private const string MadeBy = "made_by";
    private static readonly string[] s_kept = ["text/plain", "text/html", "text/markdown", "text/latex", "image/svg+xml", "image/png"];

    /// <summary>Replaces the outputs of an executed notebook by their stored form.</summary>
    public static void Store(Notebook executed)
    {
        var code = new List<string>();
        foreach (var cell in executed.Cells.Where(cell => cell.IsCode))
        {
            code.Add(cell.Source);
            cell.SetOutputs(cell.Outputs.Select(Still).ToArray(), cell.ExecutionCount);
            if (cell.Outputs.Count > 0)
                cell.Metadata[LessonStamp.Key] = new JsonObject { [MadeBy] = LessonStamp.HashOf(code) };
        }
    }

    /// <summary>Lists the cells whose stored outputs were made by other code than the notebook holds now.</summary>
    public static IEnumerable<NotebookCell> Stale(Notebook notebook)
    {
        var code = new List<string>();
        foreach (var cell in notebook.Cells.Where(cell => cell.IsCode))
        {
            code.Add(cell.Source);
            if (cell.Outputs.Count > 0 && (string?)cell.Metadata[LessonStamp.Key]?[MadeBy] != LessonStamp.HashOf(code))
                yield return cell;
        }
    }

    private static JsonNode Still(JsonNode output)
    {
        var still = output.DeepClone();
        if (still["data"] is JsonObject data)
        {
            foreach (string type in data.Select(entry => entry.Key).Except(s_kept).ToArray())
                data.Remove(type);
            if (data["text/html"] is { } html)
                data["text/html"] = Script().Replace(OutputHtml.Text(html), "");
        }
        return still;
    }

    [GeneratedRegex(@"<script\b.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
