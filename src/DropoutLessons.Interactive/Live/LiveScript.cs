using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jint;
using Jint.Runtime;

namespace DropoutLessons;

/// <summary>Holds the script of the live controls, and runs it here too: the still image and the page come from one source.</summary>
internal static class LiveScript
{
    private static readonly string[] s_parts =
    [
        "random", "state", "shapes", "look", "threshold", "rate", "rescale", "variance", "flag", "key", "streams", "calls", "bits", "edges", "broadcast", "render",
    ];

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);
    private static readonly Lock s_lock = new();
    private static readonly Lazy<Engine> s_engine = new(() => new Engine().Execute(Part(s_parts)));
    private static readonly Lazy<(string Id, string Code)> s_library = new(Library);

    /// <summary>Name under which the page keeps this version of the script; another version of the kit may be on the same page.</summary>
    public static string Id => s_library.Value.Id;

    /// <summary>The whole script; running it twice in one page does no harm.</summary>
    public static string Code => s_library.Value.Code;

    /// <summary>Computes what a control shows.</summary>
    /// <param name="view">name of the view</param>
    /// <param name="state">words of its state; what is left out is as the view starts</param>
    /// <param name="x">activations; empty where the view needs none</param>
    /// <exception cref="ArgumentException">A word of the state is not understood or out of range.</exception>
    public static LiveDrawing Draw(string view, string state, IReadOnlyList<float> x)
    {
        // Jint's engines are not made for two threads.
        lock (s_lock)
        {
            try
            {
                string drawing = s_engine.Value.Evaluate($"JSON.stringify(render({Spec(view, state, x)}))").AsString();
                return JsonSerializer.Deserialize<LiveDrawing>(drawing, s_json)!;
            }
            catch (JavaScriptException e)
            {
                throw new ArgumentException(e.Message, nameof(state), e);
            }
        }
    }

    /// <summary>Writes the argument of the script's functions as JSON.</summary>
    public static string Spec(string view, string state, IReadOnlyList<float> x) =>
        // A float widened to double is the same number; its shortest text as a float would be another one.
        $"{{\"view\":{JsonSerializer.Serialize(view)},\"state\":{JsonSerializer.Serialize(state)},\"x\":[{string.Join(',', x.Select(value => ((double)value).ToString("R", CultureInfo.InvariantCulture)))}]}}";

    private static (string, string) Library()
    {
        string code = Part([.. s_parts, "panel"]);
        string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)))[..8];
        return (id, $"(function(){{const all=window.dropoutLessonsLive=window.dropoutLessonsLive||{{}};if(all[\"{id}\"])return;\n{code}\nall[\"{id}\"]={{mount,render,forward,bernoulli,bits,uniform,foldIn,keyOf,scale}};}})();");
    }

    // Comments and indentation would travel with every saved output.
    private static string Part(IEnumerable<string> names) => string.Join('\n', names.SelectMany(name => Resource.Text($"{name}.js").Split('\n'))
        .Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));
}

/// <summary>Is what the script computed for one state of a control.</summary>
internal sealed record LiveDrawing(string Title, string State, string Summary, string Svg, string[] Header, string[][] Rows, string Note);
