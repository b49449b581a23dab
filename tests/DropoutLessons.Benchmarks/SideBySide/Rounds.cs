using System.Diagnostics;

namespace DropoutLessons.Benchmarks.SideBySide;

/// <summary>Times contenders in turns and keeps the shortest time of each.</summary>
/// <remarks>
/// In turns, so that a machine that is busy or hot for a while is so for all of them; the shortest, because everything that disturbs a run makes it longer.
/// Ratios of such times are what the pages report.
/// </remarks>
internal static class Rounds
{
    private const int ElementsPerTurn = 100_000;
    private const int FewestRounds = 5;

    /// <summary>Times every contender in every round.</summary>
    /// <param name="contenders">who takes part</param>
    /// <param name="count">elements of one run</param>
    /// <param name="seconds">time to spend; at least five rounds are run</param>
    public static IReadOnlyList<Timing> Run(IReadOnlyList<Contender> contenders, int count, double seconds)
    {
        int repetitions = Math.Max(1, ElementsPerTurn / count);
        double[] shortest = new double[contenders.Count];
        Array.Fill(shortest, double.MaxValue);
        foreach (var contender in contenders)
            Turn(contender, repetitions);
        var clock = Stopwatch.StartNew();
        for (int round = 0; round < FewestRounds || clock.Elapsed.TotalSeconds < seconds; round++)
            for (int i = 0; i < shortest.Length; i++)
                shortest[i] = Math.Min(shortest[i], Turn(contenders[i], repetitions));
        return [.. contenders.Select((contender, i) => new Timing(contender.Name, count, shortest[i] / count))];
    }

    private static double Turn(Contender contender, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++)
            contender.Run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / repetitions;
    }
}
