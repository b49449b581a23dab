using DropoutLessons.Cli.Running;

namespace DropoutLessons.Cli.Book;

/// <summary>Leads links between notebooks to where the notebooks are in the book.</summary>
/// <param name="lessons">the notebooks that are in the book</param>
internal sealed class BookLink(IEnumerable<ExecutedLesson> lessons)
{
    private readonly HashSet<string> _names = [.. lessons.Select(lesson => lesson.Name.Replace('\\', '/'))];

    /// <summary>Turns a link of <paramref name="lesson"/> to a notebook into one to its page; other links stay as they are.</summary>
    /// <returns>null for a notebook that is not in the book: there is nowhere to lead to</returns>
    public string? ToPage(ExecutedLesson lesson, string url) =>
        Target(lesson, url) is not { } target ? url : _names.Contains(target) ? Path.ChangeExtension(url, ".html").Replace('\\', '/') : null;

    /// <summary>Turns a link of <paramref name="lesson"/> to a notebook into one to its place on the page that holds the whole book; other links stay as they are.</summary>
    /// <returns>null for a notebook that is not in the book</returns>
    public string? ToAnchor(ExecutedLesson lesson, string url) =>
        Target(lesson, url) is not { } target ? url : _names.Contains(target) ? $"#{Anchor(target)}" : null;

    /// <summary>Name of a notebook's place on the page that holds the whole book.</summary>
    public static string Anchor(string notebook) => $"page-{Path.ChangeExtension(notebook, null).Replace('\\', '-').Replace('/', '-').Replace(' ', '-')}";

    // The notebook's path from the top of the lessons, or null where the link leads elsewhere.
    private static string? Target(ExecutedLesson lesson, string url)
    {
        if (!url.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || url.Contains(':', StringComparison.Ordinal))
            return null;
        var parts = new List<string>((Path.GetDirectoryName(lesson.Name) ?? "").Split('/', '\\').Where(part => part.Length > 0));
        foreach (string part in Uri.UnescapeDataString(url).Split('/', '\\').Where(part => part is not ("" or ".")))
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        return string.Join('/', parts);
    }
}
