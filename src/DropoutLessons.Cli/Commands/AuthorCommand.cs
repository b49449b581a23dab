using System.CommandLine;
using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Running;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>author build</c>: makes both copies of each lesson from its source and holds the prose to what the code gives. <c>author nbgrader</c>: lays out a course for nbgrader.</summary>
internal static class AuthorCommand
{
    public static Command Create()
    {
        var lessons = new Argument<string[]>("LESSON") { Description = "Lessons to build, by name or number; without any, all.", Arity = ArgumentArity.ZeroOrMore };
        var folder = new Option<string?>("--notebooks") { Description = "Folder of the lessons (default: the nearest \"notebooks\").", HelpName = "FOLDER" };
        var check = new Option<bool>("--check") { Description = "Write nothing; end with 1 when a file is not what would be written." };
        var build = new Command("build", "Make the learners' and the teachers' notebooks from notebooks/source, run them, and check every claim.") { lessons, folder, check };
        build.SetAction((parsed, cancellation) => BuildAsync(parsed.GetValue(lessons) ?? [], LessonFiles.FindFolder(parsed.GetValue(folder)), parsed.GetValue(check), cancellation));
        return new Command("author", "For those who write lessons and hand them out.") { build, CreateNbgrader() };
    }

    private static Command CreateNbgrader()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder to make; one that holds something is left alone." };
        var names = new Argument<string[]>("LESSON") { Description = "Lessons of the assignment, by name or number; without any, all.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("nbgrader", "Lay out a course for nbgrader: a check gives its point only when the verdict is \"accepted\".") { folder, names };
        command.SetAction(parsed =>
        {
            string target = parsed.GetRequiredValue(folder);
            int points = NbgraderCourse.LayOut(target, parsed.GetValue(names) ?? []);
            Console.Out.WriteLine($"{points} points are in {Path.GetFullPath(target)}. Go there and run: nbgrader generate_assignment {NbgraderCourse.Assignment}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<int> BuildAsync(string[] names, string notebooks, bool isCheck, CancellationToken cancellation)
    {
        var all = LessonSource.In(Path.Combine(notebooks, LessonSource.FolderName));
        var chosen = names.Length == 0 ? all : [.. names.Select(name => LessonSource.Find(all, name)).Distinct()];
        var built = new BuiltLesson[chosen.Count];
        await LessonRunner.ForEachAsync(chosen.Count, async (i, isAlone, token) =>
        {
            built[i] = await LessonBuilder.BuildAsync(chosen[i], notebooks, isAlone, token);
            await Console.Error.WriteLineAsync($"ran {chosen[i].Id}");
        }, cancellation);

        string page = Path.Combine(notebooks, "README.md");
        var files = built.SelectMany(lesson => LessonWriter.Files(lesson, notebooks)).Append((File: page, Text: ContentsPage.Update(File.ReadAllText(page), all)));
        string[] problems = [.. built.SelectMany(lesson => lesson.Problems), .. isCheck ? Stale(files) : []];
        foreach (string problem in problems)
            Console.Out.WriteLine(problem);
        if (problems.Length > 0)
            return ExitCode.Wrong;

        foreach (var (file, text) in files)
            if (!isCheck && LessonWriter.Write(file, text, TimeProvider.System) is { } done)
                Console.Out.WriteLine(done);
        Console.Out.WriteLine($"{built.Length} lessons: {built.Sum(lesson => lesson.Source.Cells.Count(cell => cell.Is(CellTag.Claim)))} claims hold, every solution is accepted.");
        return ExitCode.Ok;
    }

    private static IEnumerable<string> Stale(IEnumerable<(string File, string Text)> files) =>
        files.Where(file => LessonWriter.IsStale(file.File, file.Text)).Select(file => $"{file.File} is not what its source gives now: run dropout-lessons author build.");
}
