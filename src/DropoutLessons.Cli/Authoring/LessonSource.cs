using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Is a lesson as its author writes it: one text from which the learner's and the teacher's copies are made.</summary>
/// <param name="Id">number and name, such as "01-mask"; the name of its files</param>
/// <param name="File">path of the text</param>
/// <param name="Facts">what the head of the text says about the lesson</param>
/// <param name="Cells">cells in order, those of both copies</param>
internal sealed record LessonSource(string Id, string File, LessonFacts Facts, IReadOnlyList<SourceCell> Cells)
{
    /// <summary>Name of the folder, inside that of the lessons, which holds the texts.</summary>
    public const string FolderName = "source";

    /// <summary>The lesson's one concept: its first heading.</summary>
    public string Title =>
        Cells.Where(cell => !cell.IsCode).SelectMany(cell => cell.Text.Split('\n')).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? Id;

    /// <summary>Reads every lesson of a folder of lessons, by number: its own texts, else those the tool carries.</summary>
    /// <param name="notebooks">folder of the lessons</param>
    /// <exception cref="UnusableInputException">There is none, or one cannot be read.</exception>
    public static IReadOnlyList<LessonSource> All(string notebooks) =>
        In(HasOwnTexts(notebooks) ? Path.Combine(notebooks, FolderName) : CarriedLessons.Source);

    /// <summary>True for an author's folder of lessons, false for a learner's, where the tool's own texts count.</summary>
    public static bool HasOwnTexts(string notebooks) => Directory.Exists(Path.Combine(notebooks, FolderName));

    /// <summary>Reads the texts in <paramref name="folder"/>.</summary>
    /// <exception cref="UnusableInputException">There is none, or one cannot be read.</exception>
    public static IReadOnlyList<LessonSource> In(string folder)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal)] : [];
        return files.Length > 0 ? [.. files.Select(SourceReader.Read)]
            : throw new UnusableInputException($"No lesson (NN-name.md) in {folder}. Name the kit's folder of lessons with --notebooks.");
    }

    /// <summary>Finds a lesson by its id, its number, or the beginning of its id.</summary>
    /// <exception cref="UnusableInputException">No lesson fits, or several do; the message lists what there is.</exception>
    public static LessonSource Find(IReadOnlyList<LessonSource> lessons, string name)
    {
        string wanted = Path.GetFileNameWithoutExtension(name);
        var exact = lessons.Where(lesson => lesson.Id == wanted || (int.TryParse(wanted, out int number) && lesson.Number == number)).ToArray();
        var fitting = exact.Length > 0 ? exact : [.. lessons.Where(lesson => lesson.Id.StartsWith(wanted, StringComparison.Ordinal) || lesson.Id[3..].StartsWith(wanted, StringComparison.Ordinal))];
        return fitting.Length == 1 ? fitting[0]
            : throw new UnusableInputException($"{(fitting.Length == 0 ? "No lesson is" : "Several lessons are")} called \"{name}\". There are: {string.Join(", ", lessons.Select(lesson => lesson.Id))}.");
    }

    /// <summary>The lesson's place in the course, from 0.</summary>
    public int Number => int.Parse(Id[..2], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Says about a lesson what the table of contents shows.</summary>
/// <param name="Unit">part of the course it belongs to; lessons of one stand side by side</param>
/// <param name="Teaches">the one idea, as a short phrase</param>
/// <param name="Minutes">time it takes</param>
/// <param name="Introduces">types of the kit that learners meet here first</param>
/// <param name="Kernel">name of the kernel its notebooks ask for</param>
internal sealed record LessonFacts(string Unit, string Teaches, int Minutes, IReadOnlyList<string> Introduces, string Kernel);

/// <summary>Is one cell of a lesson's source.</summary>
/// <param name="Id">name of the cell, unique in the lesson; it stays when the cell's text changes</param>
/// <param name="IsCode">true for C#, false for Markdown</param>
/// <param name="Text">the cell's text without trailing line breaks</param>
/// <param name="Tags">what it is for; see <see cref="CellTag"/></param>
/// <param name="Line">line of the source where it starts, from 1</param>
internal sealed record SourceCell(string Id, bool IsCode, string Text, IReadOnlyList<string> Tags, int Line)
{
    public bool Is(string tag) => Tags.Contains(tag);
}
