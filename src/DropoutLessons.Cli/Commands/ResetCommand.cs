using System.CommandLine;
using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>reset LESSON</c>: gives a lesson back as it was; <c>update</c>: brings a newer version of the lessons and keeps the answers. Both keep a dated copy.</summary>
internal static class ResetCommand
{
    public static Command Create()
    {
        var lesson = new Argument<string>("LESSON") { Description = "Name or number of the lesson." };
        var (folder, format) = (LearnerOptions.Folder(), LearnerOptions.Format());
        var command = new Command("reset", "Give a lesson's notebook back as it was at the start; yours is kept as a dated copy.") { lesson, folder, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var desk = await LessonDesk.OpenAsync(parsed.GetValue(folder), cancellation);
            return Report(desk, [desk.Find(parsed.GetRequiredValue(lesson))], keepsAnswers: false, parsed.GetValue(format)!);
        });
        return command;
    }

    public static Command CreateUpdate()
    {
        var lesson = new Argument<string?>("LESSON") { Description = "Name or number of the lesson; without it, all.", Arity = ArgumentArity.ZeroOrOne };
        var (folder, format) = (LearnerOptions.Folder(), LearnerOptions.Format());
        var command = new Command("update", "Bring lessons to this version of the kit with your answers in them; what you had is kept as a dated copy.") { lesson, folder, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var desk = await LessonDesk.OpenAsync(parsed.GetValue(folder), cancellation);
            if (!LessonSource.HasOwnTexts(desk.Notebooks))
                CarriedLessons.LayLibraries(desk.Notebooks);
            return Report(desk, parsed.GetValue(lesson) is { } name ? [desk.Find(name)] : desk.Lessons, keepsAnswers: true, parsed.GetValue(format)!);
        });
        return command;
    }

    private static int Report(LessonDesk desk, IEnumerable<LessonSource> lessons, bool keepsAnswers, string format)
    {
        var done = new List<Renewed>();
        foreach (var lesson in lessons.Where(lesson => !keepsAnswers || LearnerNotebook.IsOutdated(lesson, desk.Notebooks)))
            done.Add(new(lesson.Id, LearnerNotebook.PathOf(lesson, desk.Notebooks), desk.Renew(lesson, keepsAnswers)));
        LearnerOptions.ReportTrouble(desk);
        if (format == "json")
            Console.Out.WriteLine(ReportJson.Of(new { Schema = "dropout-lessons/renewed/1", Lessons = done }));
        else
            foreach (var renewed in done)
                Console.Out.WriteLine($"{renewed.File} is {(keepsAnswers ? "up to date, with your answers" : "as it was at the start")}.{(renewed.Kept is null ? "" : $"\nWhat it held is kept as {renewed.Kept}")}");
        if (format != "json" && done.Count == 0)
            Console.Out.WriteLine("Every lesson is up to date.");
        return ExitCode.Ok;
    }

    /// <summary>Says of one lesson where it lies and where the learner's old copy went.</summary>
    private sealed record Renewed(string Id, string File, string? Kept);
}
