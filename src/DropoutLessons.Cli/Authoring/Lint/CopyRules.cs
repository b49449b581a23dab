using System.Text.RegularExpressions;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Rules on what is stored: the kernel, and nothing of the machine a lesson was made on.</summary>
internal static partial class CopyRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("kernelspec", lesson => lesson.Source.Facts.Kernel == ".net-csharp" ? [] : [new(1, $"the head asks for the kernel \"{lesson.Source.Facts.Kernel}\"; the lessons run on .net-csharp.")]),
        new("machine-path", lesson => lesson.Source.Cells.Where(cell => MachinePath().IsMatch(cell.Text))
            .Select(cell => LintPlace.At(cell, $"\"{MachinePath().Match(cell.Text).Value}\" is a path of one machine; write paths relative to the lesson."))
            .Concat(InOutputs(lesson))),
        new("stale-outputs", lesson => Solution(lesson) is { } notebook ? SavedOutputs.Stale(notebook).Select(cell => new LintPlace(1, $"the stored outputs of \"{cell.Id}\" were made by other code: run dropout-lessons author build.")) : []),
    ];

    private static IEnumerable<LintPlace> InOutputs(LintedLesson lesson) => Solution(lesson) is not { } notebook ? [] :
        notebook.Cells.Where(cell => cell.Outputs.Any(output => MachinePath().IsMatch(output.ToJsonString())))
            .Select(cell => new LintPlace(1, $"the stored outputs of \"{cell.Id}\" hold a path of the machine that made them."));

    private static Notebook? Solution(LintedLesson lesson)
    {
        string file = Path.Combine(lesson.Notebooks, LessonCopy.TeacherFolder, $"{lesson.Source.Id}.ipynb");
        return File.Exists(file) ? LessonFiles.Load(file) : null;
    }

    [GeneratedRegex(@"(?<![\w/])/(home|root|tmp|Users|var|opt|mnt)/[\w.-]+|\b[A-Z]:\\+Users\b|file:///")]
    private static partial Regex MachinePath();
}
