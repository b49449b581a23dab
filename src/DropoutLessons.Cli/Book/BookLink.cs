namespace DropoutLessons.Cli.Book;

/// <summary>Leads links between notebooks to where the notebooks are in the book.</summary>
internal static class BookLink
{
    /// <summary>Turns a link to a notebook beside this one into a link to its page; other links stay as they are.</summary>
    public static string ToPage(string url) => IsNotebook(url) ? Path.ChangeExtension(url, ".html").Replace('\\', '/') : url;

    /// <summary>Turns a link to a notebook into one to its place on the page that holds the whole book; other links stay as they are.</summary>
    public static string ToAnchor(string url) => IsNotebook(url) ? $"#{Anchor(url)}" : url;

    /// <summary>Name of a notebook's place on the page that holds the whole book.</summary>
    public static string Anchor(string notebook) =>
        $"page-{string.Join('-', Path.ChangeExtension(notebook, null).Split('/', '\\').Where(part => part is not ("" or "." or "..")))}".Replace(' ', '-');

    private static bool IsNotebook(string url) => url.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) && !url.Contains(':', StringComparison.Ordinal);
}
