using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DropoutLessons.Cli.Running;

namespace DropoutLessons.Cli.Book;

/// <summary>Writes the pages of the book around what the lessons hold.</summary>
internal static partial class BookPage
{
    private const string Name = "Dropout, as Flax nnx does it";

    /// <summary>Writes the page of one lesson.</summary>
    public static string Lesson(ExecutedLesson lesson, Shelf shelf, string body)
    {
        string up = Shelf.Up(lesson);
        string Link(ExecutedLesson? to, string kind, string text) => to is null ? "<span></span>" : $"<a rel=\"{kind}\" href=\"{up}{Shelf.PageName(to)}\">{text}</a>";
        var (before, after, other) = (shelf.Neighbour(lesson, -1), shelf.Neighbour(lesson, 1), shelf.Counterpart(lesson));
        string steps = $"{Link(before, "prev", $"← {Escape(before?.Title)}")}{Link(other, "related", other is null ? "" : $"The same in {Escape(Shelf.GroupOf(other))}")}{Link(after, "next", $"{Escape(after?.Title)} →")}";
        string side = string.Join('\n', shelf.Beside(lesson).Select(one => $"<li{Number(one)}><a href=\"{up}{Shelf.PageName(one)}\"{(one == lesson ? " aria-current=\"page\"" : "")}>{Escape(one.Title)}</a></li>"));
        return Page($"{lesson.Title} – {Shelf.GroupOf(lesson)}", up, $"""
            <nav class="side" aria-label="{Shelf.GroupOf(lesson)}"><ol>
            {side}
            </ol></nav>
            <main id="content">
            <nav class="steps" aria-label="Previous and next">{steps}</nav>
            {body}
            </main>
            <footer><nav class="steps" aria-label="Previous and next, again">{steps}</nav></footer>
            """);
    }

    /// <summary>Writes the contents page.</summary>
    public static string Contents(Shelf shelf) => Page(Name, "", $"""
        <main id="content">
        <h1>{Name}</h1>
        <p>Predict, run, see, fix, prove. Each page is a lesson with the outputs its cells gave; <a href="{BookWriter.PrintPage}">all of them on one page</a> is there for printing.</p>
        {string.Join('\n', shelf.Groups.Select(Group))}
        </main>
        """);

    /// <summary>Writes all lessons on one page, with still images in place of live ones.</summary>
    public static string Print(IReadOnlyList<ExecutedLesson> lessons)
    {
        var (anchors, links) = (new PageAnchors(), new BookLink(lessons));
        string bodies = string.Join('\n', lessons.Select(lesson => $"""
            <article id="{BookLink.Anchor(lesson.Name)}">
            <p class="note">{Shelf.GroupOf(lesson)}</p>
            {StillOnly(new LessonHtml(lesson, anchors, links.ToAnchor).Render())}
            </article>
            """));
        return Page($"{Name} – to print", "", $"""
            <main id="content" class="print">
            <h1>{Name}</h1>
            <ol>
            {string.Join('\n', lessons.Select(lesson => $"<li{Number(lesson)}><a href=\"#{BookLink.Anchor(lesson.Name)}\">{Escape(lesson.Title)}</a> <span class=\"note\">{Shelf.GroupOf(lesson)}</span></li>"))}
            </ol>
            {bodies}
            </main>
            """);
    }

    private static string Group((string Heading, IReadOnlyList<ExecutedLesson> Lessons) group) => $"""
        <h2>{Escape(group.Heading)}</h2>
        <ol class="contents">
        {string.Join('\n', group.Lessons.Select(lesson => $"<li{Number(lesson)}><a href=\"{Shelf.PageName(lesson)}\">{Escape(lesson.Title)}</a><br><span class=\"note\">{Escape(lesson.Failure ?? lesson.Verdict)}</span></li>"))}
        </ol>
        """;

    private static string Page(string title, string up, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {BookFolder.Generator}
        <title>{Escape(title)}</title>
        <link rel="stylesheet" href="{up}assets/book.css">
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header><a href="{up}index.html">Contents</a><search><label>Search <input type="search" id="search" autocomplete="off" data-up="{up}"></label><p id="found" role="status"></p><ol id="results"></ol></search></header>
        {body}
        <script src="{up}assets/search.js"></script>
        </body>
        </html>

        """;

    // "15-dropout-forward" is lesson 15 wherever it stands in the list.
    private static string Number(ExecutedLesson lesson) => LeadingNumber().Match(Path.GetFileName(lesson.Name)) is { Success: true } number ? $" value=\"{int.Parse(number.Value, CultureInfo.InvariantCulture)}\"" : "";

    // On paper nothing moves; and ids that scripts look for would meet their doubles from other lessons.
    private static string StillOnly(string html) => ScriptOrId().Replace(html, "");

    private static string Escape(string? text) => WebUtility.HtmlEncode(text) ?? "";

    [GeneratedRegex("^[0-9]{1,4}")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex("<script\\b.*?</script>| id=\"dl-[^\"]*\"", RegexOptions.Singleline)]
    private static partial Regex ScriptOrId();
}
