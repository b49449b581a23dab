using System.Globalization;
using BenchmarkDotNet.Running;
using DropoutLessons.Benchmarks.Micro;
using DropoutLessons.Benchmarks.SideBySide;

// side-by-side [--quick] [--write]   ours beside a copy, the arithmetic bound and other libraries
// micro [BenchmarkDotNet's options]   one benchmark at a time
// measure ELEMENTS SECONDS [NAME]     one contender alone, for a process whose vector units are partly switched off
switch (args)
{
    case ["side-by-side", ..]:
        SideBySideCommand.Run(isQuick: args.Contains("--quick"), writes: args.Contains("--write"));
        return 0;
    case ["measure", var elements, var seconds, ..]:
        double shortest = NarrowerProcess.Measure(int.Parse(elements, CultureInfo.InvariantCulture), double.Parse(seconds, CultureInfo.InvariantCulture), args.ElementAtOrDefault(3) ?? Ours.Forward);
        Console.WriteLine(shortest.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    case ["micro", ..]:
        BenchmarkSwitcher.FromTypes([typeof(ForwardBenchmarks), typeof(DrawBenchmarks)]).Run(args[1..]);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: side-by-side [--quick] [--write], or micro --filter '*'.");
        return 2;
}
