using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Writes the table of lessons into the page of contents; the rest of the page is an author's.</summary>
internal static partial class ContentsPage
{
    /// <summary>Returns the page with its table made anew.</summary>
    /// <param name="page">text that holds the lines <c>&lt;!-- lessons --&gt;</c> and <c>&lt;!-- end of lessons --&gt;</c></param>
    /// <param name="lessons">lessons in order</param>
    /// <exception cref="UnusableInputException">The two lines are missing.</exception>
    public static string Update(string page, IEnumerable<LessonSource> lessons)
    {
        if (!Table().IsMatch(page))
            throw new UnusableInputException("README.md beside the lessons holds no lines <!-- lessons --> and <!-- end of lessons -->, between which the table belongs. Put them back.");
        string table = string.Concat(lessons.GroupBy(lesson => lesson.Facts.Unit).Select(unit => $"| **{unit.Key}** | | {unit.Sum(lesson => lesson.Facts.Minutes)} | |\n{string.Concat(unit.Select(Row))}"));
        return Table().Replace(page, _ => $"<!-- lessons -->\n| lesson | the one idea | minutes | types it introduces |\n|---|---|---|---|\n{table}<!-- end of lessons -->");
    }

    private static string Row(LessonSource lesson) =>
        $"| [{lesson.Id[..2]} {lesson.Title}]({lesson.Id}.ipynb) | {lesson.Facts.Teaches} | {lesson.Facts.Minutes} | {string.Join(", ", lesson.Facts.Introduces.Select(type => $"`{type}`"))} |\n";

    [GeneratedRegex("<!-- lessons -->.*?<!-- end of lessons -->", RegexOptions.Singleline)]
    private static partial Regex Table();
}
