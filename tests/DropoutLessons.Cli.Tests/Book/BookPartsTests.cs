using DropoutLessons.Cli.Book;
using DropoutLessons.Cli.Running;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Tests.Book;

public sealed class BookPartsTests
{
    [Fact]
    public void Large_scripts_move_to_one_file_and_small_ones_stay()
    {
        using var folder = new TemporaryFolder();
        var book = BookFolder.Open(folder.Path);
        string large = new('x', 40_000);
        var scripts = new SharedScripts(book);

        string page = scripts.Share($"a<script>{large}</script>b<script>small()</script>c", ""), other = scripts.Share($"<script>{large}</script><script>no end", "../");

        string file = Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "assets")));
        Assert.Equal($"a<script src=\"assets/{Path.GetFileName(file)}\"></script>b<script>small()</script>c", page);
        Assert.Equal($"<script src=\"../assets/{Path.GetFileName(file)}\"></script><script>no end", other);
        Assert.Equal(large, File.ReadAllText(file));
        string mine = folder.Write("assets/mine.js", "");
        scripts.Clear();
        Assert.Equal([mine], Directory.GetFiles(Path.Combine(folder.Path, "assets")));
    }

    [Theory]
    [InlineData("01-a.ipynb", "01-a.html", "#page-solutions-01-a")]
    [InlineData("../02-rate.ipynb", "../02-rate.html", "#page-02-rate")]
    [InlineData("../solutions/01-a.ipynb", "../solutions/01-a.html", "#page-solutions-01-a")]
    [InlineData("../03-not-here.ipynb", null, null)]
    [InlineData("#hint", "#hint", "#hint")]
    [InlineData("https://example.org/a.ipynb", "https://example.org/a.ipynb", "https://example.org/a.ipynb")]
    public void Links_between_notebooks_lead_to_their_pages(string url, string? page, string? printed)
    {
        var lesson = Named("solutions/01-a.ipynb");
        var links = new BookLink([lesson, Named("02-rate.ipynb")]);

        Assert.Equal((page, printed), (links.ToPage(lesson, url), links.ToAnchor(lesson, url)));
    }

    [Fact]
    public void Headings_of_one_page_have_names_of_their_own_and_are_sections_of_the_search()
    {
        var lesson = Lesson("# A `mask`", "## The idea\n\nKeep **some**.", "## The idea\n\n[next](02-rate.ipynb) or [later](03-scale.ipynb)\n\n```csharp\nvar x = 1;\n```");

        var page = new LessonHtml(lesson, new(), new BookLink([lesson, Named("02-rate.ipynb")]).ToPage);
        string html = page.Render();

        Assert.Contains("<h2 id=\"the-idea\">", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"the-idea-2\">", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"02-rate.html\">next</a> or later", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"keyword\">var</span>", html, StringComparison.Ordinal);
        Assert.Equal(["", "the-idea", "the-idea-2"], page.Sections.Select(section => section.Anchor));
        Assert.Equal(("A mask", "The idea"), (page.Sections[0].Heading, page.Sections[1].Heading));
        Assert.Contains("Keep some .", SearchIndex.Write(page.Sections), StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_that_cannot_be_drawn_costs_its_cell_and_not_the_book() =>
        Assert.Contains("uses \\unknown", new LessonHtml(Lesson("$\\unknown$", "fine"), new(), (_, url) => url).Render(), StringComparison.Ordinal);

    [Fact]
    public void Neighbours_are_of_the_same_folder_and_a_solution_has_the_name_of_its_lesson()
    {
        ExecutedLesson[] lessons = [Named("01-a.ipynb"), Named("02-b.ipynb"), Named("solutions/01-a.ipynb"), Named("solutions/02-b.ipynb")];
        var shelf = new Shelf(lessons);

        Assert.Equal(["Lessons", "Solutions"], shelf.Groups.Select(group => group.Heading));
        Assert.Same(lessons[1], shelf.Neighbour(lessons[0], 1));
        Assert.Null(shelf.Neighbour(lessons[1], 1));
        Assert.Null(shelf.Neighbour(lessons[2], -1));
        Assert.Same(lessons[3], shelf.Counterpart(lessons[1]));
        Assert.Equal("../", Shelf.Up(lessons[3]));
    }

    private static ExecutedLesson Named(string name) => new(name, Lesson().Notebook, "", null, TimeSpan.Zero);

    private static ExecutedLesson Lesson(params string[] cells)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("01-a.ipynb", System.Text.Json.JsonSerializer.Serialize(new
        {
            nbformat = 4,
            nbformat_minor = 5,
            metadata = new { },
            cells = cells.Select((source, i) => new { cell_type = "markdown", id = $"c{i}", metadata = new { }, source }),
        }));
        return new("01-a.ipynb", Notebook.Load(file), "", null, TimeSpan.Zero);
    }
}
