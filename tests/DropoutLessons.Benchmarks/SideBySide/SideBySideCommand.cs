using DropoutLessons.Benchmarks.Others;

namespace DropoutLessons.Benchmarks.SideBySide;

/// <summary>Measures the kit beside a copy, the arithmetic bound and other libraries, and prints and writes the result.</summary>
internal static class SideBySideCommand
{
    /// <summary>Runs the comparison.</summary>
    /// <param name="isQuick">a second or so for each size instead of a dozen</param>
    /// <param name="writes">whether RESULTS.md and its chart are written anew</param>
    public static void Run(bool isQuick, bool writes)
    {
        double seconds = isQuick ? 1 : 12;
        var timings = new List<Timing>();
        foreach (int count in new[] { 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000 })
        {
            Console.Error.WriteLine($"{count:N0} elements …");
            timings.AddRange(Measure(count, seconds));
            GC.Collect();
        }
        foreach (int count in new[] { 100_000, 10_000_000 })
            foreach (var (name, setting) in NarrowerProcess.All)
            {
                Console.Error.WriteLine($"{count:N0} elements, {name} …");
                timings.Add(new(name, count, NarrowerProcess.Run(setting, count, seconds / 3)));
            }
        var page = new ResultPage(timings);
        Console.WriteLine(page.Markdown());
        Console.WriteLine(page.Bars(1_000_000));
        if (writes)
            page.Write();
    }

    /// <summary>Makes activations that are ordinary numbers.</summary>
    public static float[] Input(int count)
    {
        var x = new float[count];
        for (int i = 0; i < count; i++)
            x[i] = (((uint)(i * 2654435761L) >> 8) - 8388608f) / 2097152f;
        return x;
    }

    /// <summary>Lists all that take part, over the same input and output.</summary>
    public static IEnumerable<Contender> Contenders(float[] x, float[] y) =>
        Ours.Of(x, y).Append(ArithmeticBound.Of(x.Length)).Concat(OtherLibraries.Of(x, y, Ours.Rate));

    private static IReadOnlyList<Timing> Measure(int count, double seconds)
    {
        float[] x = Input(count), y = new float[count];
        return Rounds.Run([.. Contenders(x, y)], count, seconds);
    }
}
