using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Running;

/// <summary>Holds a lesson with the outputs its cells just gave.</summary>
/// <param name="Name">path relative to the lessons' folder</param>
/// <param name="Notebook">the executed notebook; the file it came from is untouched</param>
/// <param name="Verdict">what the last check cell said; empty when the lesson has none</param>
/// <param name="Failure">why the run stopped, or null</param>
/// <param name="Duration">wall time of the run</param>
internal sealed record ExecutedLesson(string Name, Notebook Notebook, string Verdict, string? Failure, TimeSpan Duration)
{
    /// <summary>The first heading of the lesson, or its name.</summary>
    public string Title => Notebook.Cells
        .Where(cell => !cell.IsCode)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Replace("`", "", StringComparison.Ordinal).Trim() ?? Name;
}
