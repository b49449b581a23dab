namespace DropoutLessons.Cli.Book;

/// <summary>Gives the headings of one page names of their own; the cells of a lesson are rendered one by one and know nothing of each other.</summary>
internal sealed class PageAnchors
{
    private readonly HashSet<string> _taken = ["content", "search", "found", "results"];

    /// <summary>Returns <paramref name="wanted"/>, or it with a number where a heading has that name already.</summary>
    public string Take(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_taken.Add(name); i++)
            name = $"{wanted}-{i}";
        return name;
    }
}
