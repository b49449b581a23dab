using System.Net;
using DropoutLessons.Cli.Running;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Book;

/// <summary>Renders a lesson's cells with their outputs, and notes what can be searched for in them.</summary>
/// <param name="lesson">the executed lesson</param>
/// <param name="anchors">names taken on the page</param>
/// <param name="link">leads the lesson's links to where they go in the book</param>
internal sealed class LessonHtml(ExecutedLesson lesson, PageAnchors anchors, Func<ExecutedLesson, string, string?> link)
{
    private readonly List<BookSection> _sections = [new(Shelf.PageName(lesson), "", lesson.Title, Shelf.GroupOf(lesson), lesson.Title)];

    /// <summary>What can be searched for, a section for each heading; complete once rendered.</summary>
    public IReadOnlyList<BookSection> Sections => _sections;

    /// <summary>Renders all cells.</summary>
    public string Render() => string.Join('\n', lesson.Notebook.Cells.Select(Cell));

    private string Cell(NotebookCell cell)
    {
        if (cell.IsCode)
        {
            _sections[^1].Text.AppendLine(cell.Source);
            return $"<div class=\"code\">{CodeHtml.Highlight(cell.Source, "csharp")}</div>\n<div class=\"outputs\">{string.Concat(cell.Outputs.Select(OutputHtml.Render))}</div>";
        }
        try
        {
            return MarkdownPage.ToHtml(cell.Source, anchors, url => link(lesson, url), Note);
        }
        catch (FormatException e)
        {
            // One formula that cannot be drawn must not cost the reader the book.
            return $"<p class=\"error\">{WebUtility.HtmlEncode(e.Message)}</p><pre>{WebUtility.HtmlEncode(cell.Source)}</pre>";
        }
    }

    private void Note(string? anchor, string text)
    {
        if (anchor is not null && text != lesson.Title)
            _sections.Add(_sections[0] with { Anchor = anchor, Heading = text, Text = new() });
        else
            _sections[^1].Text.AppendLine(SearchIndex.Plain(text));
    }
}
