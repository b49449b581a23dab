using System.Reflection;
using DropoutLessons.Cli.Running;

namespace DropoutLessons.Cli.Book;

/// <summary>Writes executed lessons as static HTML pages that need no network and no server.</summary>
internal static class BookWriter
{
    /// <summary>Name of the page that holds the whole book, for printing.</summary>
    public const string PrintPage = "print.html";

    /// <summary>Writes a contents page, a page for each lesson, one page with everything for printing, and the executed notebooks beside them.</summary>
    /// <returns>the path of the contents page</returns>
    public static string Write(BookFolder folder, IReadOnlyList<ExecutedLesson> lessons)
    {
        var shelf = new Shelf(lessons);
        var scripts = new SharedScripts(folder);
        scripts.Clear();
        var links = new BookLink(lessons);
        var found = new List<BookSection>();
        foreach (var lesson in lessons)
        {
            var page = new LessonHtml(lesson, new(), links.ToPage);
            string body = scripts.Share(page.Render(), Shelf.Up(lesson));
            folder.Write(Shelf.PageName(lesson), BookPage.Lesson(lesson, shelf, body));
            found.AddRange(page.Sections);
            lesson.Notebook.Save(folder.FileFor(Path.Combine("executed", lesson.Name)));
        }
        folder.Write("assets/book.css", Resource("book.css"));
        folder.Write("assets/search.js", Resource("search.js"));
        folder.Write("assets/search-index.js", SearchIndex.Write(found));
        folder.Write(PrintPage, BookPage.Print(lessons));
        return folder.Write("index.html", BookPage.Contents(shelf));
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in this assembly.");
        return new StreamReader(stream).ReadToEnd();
    }
}
