using System.CommandLine;
using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>list</c>: shows the lessons and how far the learner is; <c>next</c>: names the one to go on with.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var (folder, format) = (LearnerOptions.Folder(), LearnerOptions.Format());
        var command = new Command("list", "List the lessons and how far you are.") { folder, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var desk = await LessonDesk.OpenAsync(parsed.GetValue(folder), cancellation);
            LearnerOptions.ReportTrouble(desk);
            var report = LessonsReport.Of(desk);
            Console.Out.WriteLine(parsed.GetValue(format) == "json" ? ReportJson.Of(report) : Text(report));
            return ExitCode.Ok;
        });
        return command;
    }

    public static Command CreateNext()
    {
        var (folder, format) = (LearnerOptions.Folder(), LearnerOptions.Format());
        var command = new Command("next", "Name the lesson to go on with, and its notebook.") { folder, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var desk = await LessonDesk.OpenAsync(parsed.GetValue(folder), cancellation);
            LearnerOptions.ReportTrouble(desk);
            var next = desk.Next is { } lesson ? LessonReport.Of(desk, lesson) : null;
            Console.Out.WriteLine(parsed.GetValue(format) == "json" ? ReportJson.Of(new { Schema = "dropout-lessons/next/1", Lesson = next, Exercise = next is null ? null : desk.OpenExercise(desk.Next!) })
                : next is null ? "Every lesson is done."
                : $"{next.Id[..2]} {next.Title} ({next.Minutes} minutes): {next.Teaches}\n{next.File}\nThen: dropout-lessons check");
            return ExitCode.Ok;
        });
        return command;
    }

    private static string Text(LessonsReport report)
    {
        int width = report.Lessons.Max(lesson => lesson.Title.Length);
        var lines = report.Lessons.GroupBy(lesson => lesson.Unit).SelectMany(unit => unit.Select(lesson =>
            $"{(lesson.Id == report.Next ? "›" : " ")} {lesson.Id[..2]} {lesson.Title.PadRight(width)}  {Mark(lesson),-10}  {lesson.Minutes,2} min  {lesson.Id}.ipynb").Prepend($"\n{unit.Key}"));
        var exercises = report.Lessons.SelectMany(lesson => lesson.Exercises).ToArray();
        string end = report.Next is null ? "Every lesson is done." : $"Go on with: {report.Lessons.First(lesson => lesson.Id == report.Next).File}";
        return string.Join('\n', lines).TrimStart() + $"\n\n{exercises.Count(exercise => exercise.State == ExerciseState.Right)} of {exercises.Length} exercises right. {end}";
    }

    private static string Mark(LessonReport lesson)
    {
        int right = lesson.Exercises.Count(exercise => exercise.State == ExerciseState.Right);
        return lesson.State == ExerciseState.Right ? $"✔ {right} of {lesson.Exercises.Count}" : lesson.State == ExerciseState.Open && right == 0 ? $"○ 0 of {lesson.Exercises.Count}" : $"… {right} of {lesson.Exercises.Count}";
    }
}

/// <summary>Is what <c>list</c> tells, in the shape of its JSON.</summary>
/// <param name="Schema">name and version of this shape</param>
/// <param name="Next">id of the first lesson that is not done, or null</param>
/// <param name="Lessons">all lessons, in order</param>
internal sealed record LessonsReport(string Schema, string? Next, IReadOnlyList<LessonReport> Lessons)
{
    public static LessonsReport Of(LessonDesk desk) => new("dropout-lessons/lessons/1", desk.Next?.Id, [.. desk.Lessons.Select(lesson => LessonReport.Of(desk, lesson))]);
}

/// <summary>Is what <c>list</c> tells about one lesson.</summary>
/// <param name="Id">number and name</param>
/// <param name="Title">its one concept</param>
/// <param name="Unit">part of the course it belongs to</param>
/// <param name="Teaches">the idea as a short phrase</param>
/// <param name="Minutes">time it takes</param>
/// <param name="File">the learner's notebook</param>
/// <param name="Solution">the solved notebook</param>
/// <param name="State">right when every exercise is; wrong when some answer is not; else open</param>
/// <param name="Exercises">its exercises, in order</param>
internal sealed record LessonReport(
    string Id, string Title, string Unit, string Teaches, int Minutes, string File, string Solution, string State, IReadOnlyList<ExerciseReport> Exercises)
{
    public static LessonReport Of(LessonDesk desk, LessonSource lesson)
    {
        ExerciseReport[] exercises = [.. LessonExercises.Of(lesson).Select(id => ExerciseReport.Of(id, desk.Progress.Of(id)))];
        string state = exercises.All(exercise => exercise.State == ExerciseState.Right) ? ExerciseState.Right
            : exercises.Any(exercise => exercise.State == ExerciseState.Wrong) ? ExerciseState.Wrong : ExerciseState.Open;
        return new(lesson.Id, lesson.Title, lesson.Facts.Unit, lesson.Facts.Teaches, lesson.Facts.Minutes,
            LearnerNotebook.PathOf(lesson, desk.Notebooks), LearnerNotebook.SolutionOf(lesson, desk.Notebooks), state, exercises);
    }
}

/// <summary>Is what <c>list</c> tells about one exercise.</summary>
/// <param name="Id">the exercise</param>
/// <param name="State">open, wrong or right</param>
/// <param name="Tries">different answers judged so far</param>
/// <param name="HintsShown">hints asked for so far</param>
/// <param name="Faults">misconceptions the last answer showed</param>
internal sealed record ExerciseReport(string Id, string State, int Tries, int HintsShown, IReadOnlyList<string> Faults)
{
    public static ExerciseReport Of(string id, ExerciseProgress progress) => new(id, progress.State, progress.Tries, progress.HintsShown, progress.Faults);
}
