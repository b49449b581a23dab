using System.Text.Json.Nodes;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Makes a lesson's notebooks from its source: it leaves cells out and fills in the hints of the exercises, which are written down once, where verdicts find them too.</summary>
internal static class LessonCopy
{
    /// <summary>Name of the folder, inside that of the lessons, which holds the teacher's copies.</summary>
    public const string TeacherFolder = "solutions";

    private static readonly string[] s_teachersOnly = [CellTag.Solution, CellTag.Claim, CellTag.Teacher];

    /// <summary>Makes the copy a learner fills in: without answers, claims and notes to teachers, and without outputs, which would answer its predictions.</summary>
    public static Notebook ForLearner(LessonSource lesson) =>
        Make(lesson, "learner", cell => !cell.Tags.Any(s_teachersOnly.Contains), text => text);

    /// <summary>Makes the solved copy, stubs left out, not yet run.</summary>
    public static Notebook ForTeacher(LessonSource lesson) =>
        Make(lesson, "teacher", cell => !cell.Is(CellTag.Exercise), text => text.Replace("#r \"lib/", "#r \"../lib/", StringComparison.Ordinal));

    private static Notebook Make(LessonSource lesson, string kind, Func<SourceCell, bool> holds, Func<string, string> adapt)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. lesson.Cells.Where(holds).Select(cell => Cell(cell, adapt))]),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = lesson.Facts.Kernel },
                ["language_info"] = new JsonObject
                {
                    ["name"] = "C#",
                    ["file_extension"] = ".cs",
                    ["mimetype"] = "text/x-csharp",
                    ["pygments_lexer"] = "csharp",
                    ["version"] = "14.0",
                },
                [LessonStamp.Key] = new JsonObject { ["lesson"] = lesson.Id, ["copy"] = kind },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        var notebook = Notebook.Parse(json.ToJsonString(), lesson.Id);
        LessonStamp.Set(notebook);
        return notebook;
    }

    private static JsonObject Cell(SourceCell cell, Func<string, string> adapt)
    {
        var metadata = new JsonObject();
        if (cell.Tags.Count > 0)
            metadata["tags"] = new JsonArray([.. cell.Tags.Select(tag => JsonValue.Create(tag))]);
        var json = new JsonObject { ["cell_type"] = cell.IsCode ? "code" : "markdown", ["id"] = cell.Id, ["metadata"] = metadata };
        json["source"] = new JsonArray([.. NotebookCell.Lines(cell.IsCode ? adapt(cell.Text) : HintCell.Fill(cell)).Select(line => JsonValue.Create(line))]);
        if (cell.IsCode)
            (json["execution_count"], json["outputs"]) = (null, new JsonArray());
        return json;
    }
}
