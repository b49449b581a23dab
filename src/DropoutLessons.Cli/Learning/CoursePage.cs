namespace DropoutLessons.Cli.Learning;

/// <summary>Writes what stands beside the lessons in a learner's own folder.</summary>
internal static class CoursePage
{
    /// <summary>Settings that open the lessons with the kit's own extension, and leave the answers of exercises to the learner.</summary>
    public static IReadOnlyList<(string File, string Text)> EditorSettings { get; } =
    [
        (".vscode/extensions.json", """
            {
              "recommendations": ["dropout-lessons.dropout-lessons"]
            }

            """),
        (".vscode/settings.json", """
            {
              "github.copilot.enable": { "*": true, "csharp": false },
              "telemetry.telemetryLevel": "off"
            }

            """),
        (".gitignore", """
            /book/
            /notebooks/lib/
            /notebooks/kept/

            """),
    ];

    /// <summary>Writes the page a learner reads first, with the tables of the page of contents.</summary>
    /// <param name="contents">the page of contents that the tool carries</param>
    public static string Write(string contents) => $"""
        # Dropout, bit for bit

        Open `notebooks/00-bench.ipynb` and go on from there: run the cells from top to bottom, and write your own where it says `TODO`.

        - **VS Code**: `dropout-lessons vscode install`, then open this folder. Nothing else is needed.
        - **JupyterLab, classic Notebook**: `dropout-lessons kernel install`, then choose the kernel **.NET (C#)**.

        {Table(contents, "lesson").Replace("](", "](notebooks/", StringComparison.Ordinal)}

        {Table(contents, "command").Replace("`kept/`", "`notebooks/kept/`", StringComparison.Ordinal)}

        """;

    private static string Table(string page, string firstColumn) => string.Join('\n', page.Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {firstColumn} |", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')));
}
