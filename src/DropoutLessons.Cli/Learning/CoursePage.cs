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

    /// <summary>Writes the page a learner reads first.</summary>
    /// <param name="contents">rows of the table of lessons, its head included</param>
    public static string Write(IEnumerable<string> contents) => $"""
        # Dropout, bit for bit

        Open `notebooks/00-bench.ipynb` and go on from there: run the cells from top to bottom, and write your own where it says `TODO`.

        - **VS Code**: `dropout-lessons vscode install`, then open this folder. Nothing else is needed.
        - **JupyterLab, classic Notebook**: `dropout-lessons kernel install`, then choose the kernel **.NET (C#)**.

        {string.Join('\n', contents).Replace("](", "](notebooks/", StringComparison.Ordinal)}

        | command | what it does |
        |---|---|
        | `dropout-lessons list` | the lessons and how far you are |
        | `dropout-lessons next` | where to go on |
        | `dropout-lessons check 01` | checks the exercises as they stand in your notebook |
        | `dropout-lessons hint` | one more hint for the exercise you are at |
        | `dropout-lessons watch` | checks each time you save |
        | `dropout-lessons reset 01` | the notebook as it was; yours is kept in `notebooks/kept/`, with the date |
        | `dropout-lessons update` | lessons of a newer version, with your answers in them |
        | `dropout-lessons book` | all you have run, as pages to read |

        """;
}
