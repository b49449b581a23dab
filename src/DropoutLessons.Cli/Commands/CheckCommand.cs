using System.CommandLine;
using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Learning;
using Spectre.Console;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>check</c>: runs a lesson's notebook as the learner left it and says where its exercises stand.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var lesson = LearnerOptions.Lesson();
        var (folder, format) = (LearnerOptions.Folder(), LearnerOptions.Format());
        var command = new Command("check", "Check the exercises of a lesson as they stand in your notebook.") { lesson, folder, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var desk = await LessonDesk.OpenAsync(parsed.GetValue(folder), cancellation);
            var chosen = desk.Find(parsed.GetValue(lesson));
            var seen = await Terminal.Error.Status().StartAsync($"Running {Markup.Escape(chosen.Id)} …", _ => desk.CheckAsync(chosen, (_, _) => { }, cancellation));
            LearnerOptions.ReportTrouble(desk);
            Console.Out.WriteLine(parsed.GetValue(format) == "json" ? Json(seen) : Text(seen, desk));
            return seen.IsDone ? ExitCode.Ok : ExitCode.Wrong;
        });
        return command;
    }

    /// <summary>Writes what a check found for a terminal.</summary>
    public static string Text(CheckedLesson seen, LessonDesk desk)
    {
        var lines = seen.Exercises.Select(exercise => $"{Mark(exercise.State)} {exercise.Id}: {exercise.Message}");
        string solution = Path.Combine(Path.GetDirectoryName(seen.File)!, LessonCopy.TeacherFolder, Path.GetFileName(seen.File));
        string end = !seen.IsDone ? "Stuck? dropout-lessons hint"
            : $"Done. The explained solution: {solution}\n" + (desk.Next is { } next ? $"Go on with: {LearnerNotebook.PathOf(next, desk.Notebooks)}" : "Every lesson is done.");
        return $"{seen.File}\n{string.Join('\n', lines)}\n{end}";
    }

    private static string Json(CheckedLesson seen) => ReportJson.Of(new
    {
        Schema = "dropout-lessons/check/1",
        Lesson = seen.Id,
        seen.File,
        Done = seen.IsDone,
        Exercises = seen.Exercises.Select(exercise => new { exercise.Id, exercise.State, exercise.Message, exercise.Faults, exercise.Line }),
    });

    private static string Mark(string state) => state switch { ExerciseState.Right => "✔", ExerciseState.Open => "○", _ => "✘" };
}
