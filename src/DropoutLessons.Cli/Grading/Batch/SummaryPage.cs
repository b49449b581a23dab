using System.Globalization;
using System.Net;

namespace DropoutLessons.Cli.Grading;

/// <summary>Writes what a class got wrong as one HTML page that needs no other file: counts, misconceptions with a picture each, every submission.</summary>
internal static class SummaryPage
{
    public static string Write(GradingResult result)
    {
        var summary = ClassSummary.Of(result);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>What the class got wrong</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>What the class got wrong</h1>
            <p>{Text(Headline(result, summary))}</p>
            {Bars("Marks", "mark", summary.Marks, summary.Total)}
            {Bars("Misconceptions", "misconception", summary.Misconceptions, summary.Total)}
            {string.Concat(summary.Misconceptions.Select(entry => Misconception(entry.Name, entry.Count, result)))}
            {Bars("Checks failed", "check", summary.Checks, summary.Total)}
            {Submissions(result)}
            <p class="foot">{Text(result.Isolation)}</p>
            </main>
            </body>
            </html>
            """;
    }

    private static string Headline(GradingResult result, ClassSummary summary)
    {
        int right = result.Graded.Count(graded => graded.Report.Accepted);
        string frequent = summary.Misconceptions.Count > 0 && summary.Misconceptions[0].Name != ClassSummary.Unknown
            ? $" The most frequent misconception is {summary.Misconceptions[0].Name}, in {summary.Misconceptions[0].Count} of them." : "";
        return $"{summary.Total} submissions, {right} right.{frequent} One submission can hold several misconceptions; where they hide each other, every one that fits is counted.";
    }

    private static string Bars(string title, string column, IReadOnlyList<(string Name, int Count)> counts, int total) => counts.Count == 0 ? "" : $"""
        <h2>{title}</h2>
        <table>
        <thead><tr><th scope="col">{column}</th><th scope="col">submissions</th><td></td></tr></thead>
        <tbody>
        {string.Join('\n', counts.Select(entry => $"<tr><th scope=\"row\">{Text(entry.Name)}</th><td class=\"number\">{entry.Count}</td><td class=\"bar\" aria-hidden=\"true\"><div style=\"width:{Percent(entry.Count, total)}%\"></div></td></tr>"))}
        </tbody>
        </table>
        """;

    private static string Misconception(string name, int count, GradingResult result)
    {
        var those = result.Graded.Where(graded => ClassSummary.MisconceptionsOf(graded).Contains(name)).ToArray();
        // One that shows this misconception alone shows it best.
        var shown = those.Where(graded => graded.Example is not null).MinBy(graded => graded.Report.Faults.Count);
        string picture = shown?.Example is not { } example ? "" : Figure(shown, example);
        return $"""
            <section>
            <h3>{Text(name)} <small>{count} of {result.Graded.Count}</small></h3>
            {picture}
            <details><summary>Whose</summary><ul>{string.Concat(those.Select(graded => $"<li>{Text(graded.Report.File)}</li>"))}</ul></details>
            </section>
            """;
    }

    private static string Figure(Graded graded, Example example)
    {
        var picture = Show.Activations(example.X, example.Y);
        return $"""
            <p>{Text(graded.Report.Message)}</p>
            <figure>
            <div role="img" aria-label="{Text(picture.Caption)}">{picture.Svg}</div>
            <figcaption>What {Text(Path.GetFileName(graded.Report.File))} made of the check {Text(example.Probe)}. {Text(picture.Caption)}</figcaption>
            <details><summary>Numbers</summary><pre>{Text(picture.Numbers.ToString())}</pre></details>
            </figure>
            """;
    }

    private static string Submissions(GradingResult result) => $"""
        <h2>Every submission</h2>
        <table>
        <thead><tr><th scope="col">file</th><th scope="col">mark</th><th scope="col">message</th></tr></thead>
        <tbody>
        {string.Join('\n', result.Graded.Select(graded => $"<tr><th scope=\"row\">{Text(graded.Report.File)}</th><td>{graded.Report.Mark}</td><td>{Text(graded.Report.Message)}{(graded.Note is { } note ? $"<br>{Text(note)}" : "")}</td></tr>"))}
        </tbody>
        </table>
        """;

    private static string Percent(int count, int total) => (100.0 * count / Math.Max(total, 1)).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private const string Style = """
        :root { color-scheme: light dark; --bar: #0b6bb8; --line: #8884; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
        main { max-width: 60rem; margin: auto; padding: 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .3em .6em; border-bottom: 1px solid var(--line); font-weight: normal; overflow-wrap: anywhere; }
        thead th { font-weight: 600; }
        .number { text-align: right; width: 8em; overflow-wrap: normal; }
        .bar { width: 45%; }
        .bar div { background: var(--bar); height: 1em; min-width: 2px; }
        figure { margin: 1em 0; }
        figure svg { max-width: 100%; height: auto; }
        pre { overflow-x: auto; }
        small, .foot { opacity: .75; font-weight: normal; }
        """;
}
