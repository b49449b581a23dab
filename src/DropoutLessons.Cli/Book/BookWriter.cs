using System.Net;
using System.Reflection;
using DropoutLessons.Cli.Running;

namespace DropoutLessons.Cli.Book;

/// <summary>Writes executed lessons as static HTML pages that need no network and no server.</summary>
internal static class BookWriter
{
    private static readonly string s_css = ReadResource("book.css");

    /// <summary>Writes a contents page, a page for each lesson, and the executed notebooks beside them.</summary>
    /// <returns>the path of the contents page</returns>
    public static string Write(BookFolder folder, IReadOnlyList<ExecutedLesson> lessons)
    {
        for (int i = 0; i < lessons.Count; i++)
        {
            var (before, after) = (lessons.ElementAtOrDefault(i - 1), lessons.ElementAtOrDefault(i + 1));
            folder.Write(PageName(lessons[i]), LessonPage(lessons[i], before, after));
            lessons[i].Notebook.Save(folder.FileFor(Path.Combine("executed", lessons[i].Name)));
        }
        return folder.Write("index.html", ContentsPage(lessons));
    }

    private static string LessonPage(ExecutedLesson lesson, ExecutedLesson? before, ExecutedLesson? after)
    {
        string up = string.Concat(Enumerable.Repeat("../", lesson.Name.Count(c => c is '/' or '\\')));
        string Link(ExecutedLesson? other, string kind, string text) =>
            other is null ? "<span></span>" : $"<a rel=\"{kind}\" href=\"{up}{PageName(other)}\">{text}</a>";
        return Page(lesson.Title, $"""
            <nav aria-label="Lessons">{Link(before, "prev", $"← {Escape(before?.Title)}")}<a href="{up}index.html">Contents</a>{Link(after, "next", $"{Escape(after?.Title)} →")}</nav>
            <main>
            {string.Join('\n', lesson.Notebook.Cells.Select(CellHtml.Render))}
            </main>

            """);
    }

    private static string ContentsPage(IReadOnlyList<ExecutedLesson> lessons) => Page("Dropout lessons", $"""
        <main>
        <h1>Dropout, as Flax nnx does it</h1>
        <ol>
        {string.Join('\n', lessons.Select(lesson => $"<li><a href=\"{PageName(lesson)}\">{Escape(lesson.Title)}</a> <small>{Escape(lesson.Name)}</small><br>{Escape(lesson.Failure ?? lesson.Verdict)}</li>"))}
        </ol>
        </main>

        """);

    private static string Page(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {BookFolder.Generator}
        <title>{Escape(title)}</title>
        <style>
        {s_css}</style>
        </head>
        <body>
        {body}</body>
        </html>

        """;

    private static string PageName(ExecutedLesson lesson) => Path.ChangeExtension(lesson.Name, ".html").Replace('\\', '/');

    private static string Escape(string? text) => WebUtility.HtmlEncode(text) ?? "";

    private static string ReadResource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in this assembly.");
        return new StreamReader(stream).ReadToEnd();
    }
}
