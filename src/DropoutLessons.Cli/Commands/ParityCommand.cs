using System.CommandLine;
using System.Text.Json;
using DropoutLessons.Cli.Parity;
using Spectre.Console;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>parity FILE-OR-FOLDER</c>: recomputes values that real JAX and Flax computed.</summary>
internal static class ParityCommand
{
    private const int MostListed = 50;
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static Command Create()
    {
        var path = new Argument<string>("FILE-OR-FOLDER") { Description = "A golden .jsonl file, or a folder that is searched with all below it." };
        var format = new Option<string>("--format") { Description = "Form of the report.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var only = new Option<string[]>("--only") { Description = "Recompute these operations alone.", HelpName = "OP" };
        var skip = new Option<string[]>("--skip") { Description = "Leave these operations out.", HelpName = "OP" };
        var command = new Command("parity", "Compare with values that real JAX and Flax computed; a difference is reported with the row's id.") { path, format, only, skip };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var files = GoldenFile.Find(parsed.GetRequiredValue(path));
            string[] chosen = parsed.GetValue(only) ?? [], left = parsed.GetValue(skip) ?? [];
            var results = Check(files, operation => (chosen.Length == 0 || chosen.Contains(operation)) && !left.Contains(operation), cancellation);
            return parsed.GetRequiredValue(format) == "json" ? WriteJson(results) : WriteText(files, results);
        }, cancellation));
        return command;
    }

    private static List<RowResult> Check(IReadOnlyList<string> files, Func<string, bool> isWanted, CancellationToken cancellation) =>
        Terminal.Error.Progress().AutoClear(true).Start(progress =>
        {
            var results = new List<RowResult>();
            foreach (string path in files.Where(path => Path.GetFileName(path) != ParityRunner.OutsideScope))
            {
                var file = GoldenFile.Load(path);
                var rows = file.Rows.Where(row => isWanted(row.Operation)).ToArray();
                var bar = progress.AddTask(Markup.Escape(path), maxValue: Math.Max(1, rows.Length));
                results.AddRange(rows.AsParallel().AsOrdered().WithCancellation(cancellation).Select(row =>
                {
                    var result = ParityRunner.Check(file, row);
                    bar.Increment(1);
                    return result;
                }));
                bar.Value = bar.MaxValue;
            }
            return results;
        });

    private static int WriteText(IReadOnlyList<string> files, List<RowResult> results)
    {
        foreach (var result in results.Where(result => result.Outcome != Outcome.Same).Take(MostListed))
            Console.Out.WriteLine($"{result.File}:{result.Row.Line}: {result.Row.Id} ({result.Row.Operation}): {result.Message}");
        int unlisted = results.Count(result => result.Outcome != Outcome.Same) - MostListed;
        if (unlisted > 0)
            Console.Out.WriteLine($"… and {unlisted} more");
        foreach (var group in results.GroupBy(result => result.Row.Operation))
            Console.Out.WriteLine($"{group.Key,-16} {group.Count(result => result.Outcome == Outcome.Same),5} same {group.Count(result => result.Outcome == Outcome.Different),5} different{(group.Any(result => result.Outcome == Outcome.Unknown) ? $" {group.Count(result => result.Outcome == Outcome.Unknown)} not covered" : "")}");
        foreach (string file in files.Where(file => Path.GetFileName(file) == ParityRunner.OutsideScope))
            Console.Out.WriteLine($"{file}: left out; it holds other element types, and this kit computes float32.");
        Console.Out.WriteLine($"{"all",-16} {results.Count(result => result.Outcome == Outcome.Same),5} same {results.Count(result => result.Outcome != Outcome.Same),5} different or not covered");
        return Code(results);
    }

    private static int WriteJson(List<RowResult> results)
    {
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            Schema = "dropout-lessons/parity/1",
            Same = results.Count(result => result.Outcome == Outcome.Same),
            Different = results.Count(result => result.Outcome == Outcome.Different),
            NotCovered = results.Count(result => result.Outcome == Outcome.Unknown),
            Operations = results.GroupBy(result => result.Row.Operation).Select(group => new
            {
                Op = group.Key,
                Same = group.Count(result => result.Outcome == Outcome.Same),
                Different = group.Count(result => result.Outcome == Outcome.Different),
            }),
            Differences = results.Where(result => result.Outcome != Outcome.Same).Select(result => new { result.File, result.Row.Line, result.Row.Id, Op = result.Row.Operation, result.Message }),
        }, s_json));
        return Code(results);
    }

    private static int Code(List<RowResult> results)
    {
        if (results.Count == 0)
            throw new UnusableInputException("No row was compared: the files are empty, or --only and --skip leave nothing.");
        return results.All(result => result.Outcome == Outcome.Same) ? ExitCode.Ok : ExitCode.Wrong;
    }
}
