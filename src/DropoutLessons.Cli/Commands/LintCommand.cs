using System.CommandLine;
using DropoutLessons.Cli.Authoring;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>lint</c>: says where lessons break the rules authors have agreed on.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var lessons = new Argument<string[]>("LESSON") { Description = "Lessons to look at, by name or number; without any, all.", Arity = ArgumentArity.ZeroOrMore };
        var (folder, format) = (LearnerOptions.Folder(), LearnerOptions.Format());
        var command = new Command("lint", "For authors: hold the lessons' sources to the rules.") { lessons, folder, format };
        command.SetAction(parsed =>
        {
            string notebooks = LessonFiles.FindFolder(parsed.GetValue(folder));
            var course = LessonSource.In(Path.Combine(notebooks, LessonSource.FolderName));
            string[] names = parsed.GetValue(lessons) ?? [];
            var findings = Linter.Find(course, names.Length == 0 ? course : names.Select(name => LessonSource.Find(course, name)), notebooks).ToArray();
            if (parsed.GetValue(format) == "json")
                Console.Out.WriteLine(ReportJson.Of(new { Schema = "dropout-lessons/lint/1", Findings = findings }));
            else
                Console.Out.WriteLine(string.Join('\n', [.. findings.Select(finding => $"{finding.File}:{finding.Line}: {finding.Rule}: {finding.Message}"), $"{findings.Length} findings by {Linter.Rules.Count} rules."]));
            return findings.Length == 0 ? ExitCode.Ok : ExitCode.Wrong;
        });
        return command;
    }
}
