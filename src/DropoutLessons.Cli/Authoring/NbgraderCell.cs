using System.Text.Json.Nodes;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Gives the cells of a lesson what nbgrader wants to know about them.</summary>
/// <remarks>Source: nbgrader, nbgraderformat/v3.py (schema 3) and utils.py, determine_grade: a cell gives full points unless it ends with an error or shows a number.</remarks>
internal static class NbgraderCell
{
    private const string Call = "Check.";

    /// <summary>Makes a learner's copy an assignment: stubs are the learner's, checks and the loading of the kit are locked, and a check throws on anything but a right answer.</summary>
    /// <returns>how many points there are</returns>
    /// <exception cref="UnusableInputException">A check is no call of the kit's, so that it could not be made to throw.</exception>
    public static int Mark(Notebook lesson)
    {
        int points = 0;
        bool hasKit = false;
        foreach (var cell in lesson.Cells.Where(cell => cell.IsCode))
        {
            if (cell.Tags.Contains(CellTag.Exercise))
                Set(cell, solution: true);
            else if (cell.Tags.Contains(CellTag.Check))
            {
                cell.Source = Strict(cell.Source);
                Set(cell, points: 1);
                points++;
            }
            else if (!hasKit)
                Set(cell);
            hasKit = true;
        }
        LessonStamp.Set(lesson);
        return points;
    }

    /// <summary>Makes a check throw unless the answer is accepted, and show no value, which nbgrader might read as points.</summary>
    /// <remarks>What is named from <c>global::</c> on cannot be hidden by a type of the learner's.</remarks>
    internal static string Strict(string check)
    {
        string call = check.Trim();
        if (!call.StartsWith(Call, StringComparison.Ordinal) || !call.EndsWith(')') || call.Contains('\n', StringComparison.Ordinal))
            throw new UnusableInputException($"The check \"{call}\" is no single call of {Call}…(…). Write it so, or leave its lesson out.");
        return $$"""
            {
                var verdict = global::DropoutLessons.{{call}};
                if (!verdict.Accepted)
                    throw new global::System.Exception(verdict.Message);
                global::System.Console.WriteLine(verdict.Message);
            }
            """.ReplaceLineEndings("\n");
    }

    private static void Set(NotebookCell cell, bool solution = false, int? points = null)
    {
        var facts = new JsonObject
        {
            ["schema_version"] = 3,
            ["cell_type"] = "code",
            ["grade_id"] = cell.Id,
            ["grade"] = points is not null,
            ["solution"] = solution,
            ["locked"] = !solution,
            ["task"] = false,
        };
        if (points is { } number)
            facts["points"] = number;
        cell.Metadata["nbgrader"] = facts;
    }
}
