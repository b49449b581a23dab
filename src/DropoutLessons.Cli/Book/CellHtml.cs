using ColorCode;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Book;

/// <summary>Renders a notebook cell with its outputs.</summary>
internal static class CellHtml
{
    /// <summary>Renders <paramref name="cell"/>: prose as HTML, code highlighted, outputs below it.</summary>
    public static string Render(NotebookCell cell) => cell.IsCode
        ? $"<section class=\"code\">{Highlight(cell.Source)}</section>\n<div class=\"outputs\">{string.Concat(cell.Outputs.Select(OutputHtml.Render))}</div>"
        : MarkdownPage.ToHtml(cell.Source);

    private static string Highlight(string code) => new HtmlClassFormatter().GetHtmlString(code, Languages.CSharp);
}
