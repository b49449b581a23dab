using DropoutLessons.Cli.Running;

namespace DropoutLessons.Cli.Book;

/// <summary>Knows the order of a book's lessons: which group a lesson is in, what comes before and after it, and where its solution is.</summary>
/// <param name="lessons">the lessons in the order they were run</param>
internal sealed class Shelf(IReadOnlyList<ExecutedLesson> lessons)
{
    /// <summary>The lessons by folder, the ones in no folder first; each with the group's heading.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<ExecutedLesson> Lessons)> Groups { get; } =
        [.. lessons.GroupBy(FolderOf).Select(group => (Heading(group.Key), (IReadOnlyList<ExecutedLesson>)[.. group]))];

    /// <summary>Address of a lesson's page from the book's folder.</summary>
    public static string PageName(ExecutedLesson lesson) => Path.ChangeExtension(lesson.Name, ".html").Replace('\\', '/');

    /// <summary>Way from a lesson's page up to the book's folder: empty, or "../" as often as needed.</summary>
    public static string Up(ExecutedLesson lesson) => string.Concat(Enumerable.Repeat("../", PageName(lesson).Count(c => c == '/')));

    /// <summary>The lessons of the same group.</summary>
    public IReadOnlyList<ExecutedLesson> Beside(ExecutedLesson lesson) => Groups.First(group => group.Lessons.Contains(lesson)).Lessons;

    /// <summary>The lesson <paramref name="steps"/> after this one in its group, or null.</summary>
    public ExecutedLesson? Neighbour(ExecutedLesson lesson, int steps)
    {
        var group = Beside(lesson).ToList();
        return group.ElementAtOrDefault(group.IndexOf(lesson) + steps);
    }

    /// <summary>The lesson of the same file name in another group, such as its solution, or null.</summary>
    public ExecutedLesson? Counterpart(ExecutedLesson lesson) =>
        lessons.FirstOrDefault(other => other != lesson && Path.GetFileName(other.Name) == Path.GetFileName(lesson.Name));

    /// <summary>Heading of the group a lesson is in.</summary>
    public static string GroupOf(ExecutedLesson lesson) => Heading(FolderOf(lesson));

    private static string FolderOf(ExecutedLesson lesson) => Path.GetDirectoryName(lesson.Name)?.Replace('\\', '/') ?? "";

    private static string Heading(string folder) => folder.Length == 0 ? "Lessons" : char.ToUpperInvariant(folder[0]) + folder[1..];
}
