using System.Text.Json.Nodes;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Is a lesson as somebody hands it in, after things have happened to its cells.</summary>
internal sealed class HandedInNotebook
{
    public const string Right = """
        float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
        {
            if (deterministic >= 0.5 || rate <= 0) return x;
            bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
            return x.Select((v, i) => mask[i] ? v / (float)(1 - rate) : 0f).ToArray();
        }
        """;

    private readonly JsonObject _json;

    private HandedInNotebook(JsonObject json) => _json = json;

    public JsonArray Cells => _json["cells"]!.AsArray();

    /// <summary>The lesson on the forward pass with <paramref name="answer"/> in its exercise cell.</summary>
    public static HandedInNotebook With(string answer)
    {
        var lesson = Notebook.Load(TestFiles.At("notebooks", "15-dropout-forward.ipynb"));
        lesson.Cells.First(cell => cell.Id == "answer").Source = answer;
        return new(lesson.Json);
    }

    public int IndexOf(string tag) =>
        Enumerable.Range(0, Cells.Count).Last(i => Cells[i]!["metadata"]?["tags"] is JsonArray tags && tags.Any(name => (string?)name == tag));

    public int IndexOfSetup() => Enumerable.Range(0, Cells.Count).First(i => (string?)Cells[i]!["cell_type"] == "code");

    public static JsonNode Code(string source) => Cell("code", source);

    public static JsonNode Cell(string type, string source) => new JsonObject
    {
        ["cell_type"] = type,
        ["id"] = Guid.NewGuid().ToString("n")[..8],
        ["metadata"] = new JsonObject(),
        ["source"] = source,
    };

    public JsonNode Take(int index)
    {
        var cell = Cells[index]!;
        Cells.RemoveAt(index);
        return cell;
    }

    public string Save(TemporaryFolder folder, string name = "15-dropout-forward.ipynb") => folder.Write(name, _json.ToJsonString());
}
