using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Is a Linen module that draws one key at each of the given paths, and notes it.</summary>
/// <param name="stream">name it draws under</param>
/// <param name="paths">paths below the root, in order</param>
/// <param name="wires">receives a wire for each draw</param>
internal sealed class LinenProbe(string stream, IReadOnlyList<string> paths, List<KeyWire> wires) : LinenModule
{
    protected override float[] Call(LinenScope scope, float[] x)
    {
        var children = new Dictionary<string, Place>();
        var draws = new Dictionary<string, int>();
        foreach (string path in paths)
        {
            int draw = draws[path] = draws.GetValueOrDefault(path) + 1;
            Down(scope, [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries)], "", children, place =>
                wires.Add(new($"\"{stream}\"", Invariant($"path, draw {draw}"), path.Length == 0 ? "root" : path, place.MakeRng(stream))));
        }
        return x;
    }

    private static void Down(LinenScope scope, string[] names, string above, Dictionary<string, Place> children, Action<LinenScope> draw)
    {
        if (names.Length == 0)
        {
            draw(scope);
            return;
        }
        string here = $"{above}/{names[0]}";
        if (!children.TryGetValue(here, out var child))
            children[here] = child = new() { Name = names[0] };
        child.Enter = below => Down(below, names[1..], here, children, draw);
        scope.Call(child, []);
    }

    private sealed class Place : LinenModule
    {
        public Action<LinenScope> Enter { get; set; } = _ => { };

        protected override float[] Call(LinenScope scope, float[] x)
        {
            Enter(scope);
            return x;
        }
    }
}
