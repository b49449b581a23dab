using System.CommandLine;
using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Learning;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>hint</c>: shows one more hint for the first exercise of a lesson that is not right.</summary>
internal static class HintCommand
{
    private const string Schema = "dropout-lessons/hint/1";

    public static Command Create()
    {
        var lesson = LearnerOptions.Lesson();
        var (folder, format) = (LearnerOptions.Folder(), LearnerOptions.Format());
        var exercise = new Option<string?>("--exercise") { Description = "Exercise of the lesson (default: the first that is not right).", HelpName = "ID" };
        var command = new Command("hint", "Show the next hint for the exercise you are at; from vague to plain.") { lesson, exercise, folder, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var desk = await LessonDesk.OpenAsync(parsed.GetValue(folder), cancellation);
            var hint = Open(desk, desk.Find(parsed.GetValue(lesson)), parsed.GetValue(exercise));
            LearnerOptions.ReportTrouble(desk);
            Console.Out.WriteLine(parsed.GetValue(format) == "json" ? ReportJson.Of(hint) : hint.ToString());
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Opens the next hint of a lesson, for a terminal.</summary>
    public static string Text(LessonDesk desk, LessonSource lesson) => Open(desk, lesson, null).ToString();

    private static OpenedHint Open(LessonDesk desk, LessonSource lesson, string? exercise)
    {
        if (exercise is not null && !LessonExercises.Of(lesson).Contains(exercise))
            throw new UnusableInputException($"{lesson.Id} has no exercise {exercise}. It has: {string.Join(", ", LessonExercises.Of(lesson))}.");
        string solution = LearnerNotebook.SolutionOf(lesson, desk.Notebooks);
        if ((exercise ?? desk.OpenExercise(lesson)) is not { } id)
            return new(Schema, lesson.Id, null, 0, 0, [], $"Every exercise of {lesson.Id} is right. The explained solution: {solution}");
        var progress = desk.Progress.Of(id);
        // What the misconception calls for comes before what helps everybody.
        string[] hints = [.. progress.Hints.Concat(Exercises.Find(id).Hints).Distinct()];
        int number = progress.HintsShown + 1;
        if (number > hints.Length)
            return new(Schema, lesson.Id, id, hints.Length, hints.Length, hints, $"All {hints.Length} hints are shown{(hints.Length > 0 ? $"; the last was: {hints[^1]}" : "")}\nThe explained solution: {solution}");
        desk.CountHint(id);
        return new(Schema, lesson.Id, id, number, hints.Length, hints[..number], hints[number - 1]);
    }

    /// <summary>Is what <c>hint</c> tells, in the shape of its JSON.</summary>
    /// <param name="Schema">name and version of this shape</param>
    /// <param name="Lesson">the lesson</param>
    /// <param name="Exercise">the exercise; null when all are right</param>
    /// <param name="Number">number of the hint, from 1</param>
    /// <param name="Of">hints there are now</param>
    /// <param name="Shown">all hints opened so far, in order</param>
    /// <param name="Hint">the hint; where no more is to come, what to do instead</param>
    private sealed record OpenedHint(string Schema, string Lesson, string? Exercise, int Number, int Of, IReadOnlyList<string> Shown, string Hint)
    {
        public override string ToString() => Exercise is null ? Hint : $"{Exercise}, hint {Number} of {Of}: {Hint}";
    }
}
