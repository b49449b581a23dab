using System.CommandLine;
using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>new FOLDER</c>: lays out the lessons for a learner without the repository.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder to make; one that holds something is left alone." };
        var command = new Command("new", "Lay out the lessons in a folder of your own.") { folder };
        command.SetAction(parsed =>
        {
            string target = parsed.GetRequiredValue(folder);
            var lessons = CarriedLessons.LayOut(target);
            Console.Out.WriteLine($"{lessons.Count} lessons are in {Path.GetFullPath(target)}. Begin with notebooks/{lessons[0].Id}.ipynb:");
            Console.Out.WriteLine("in VS Code after \"dropout-lessons vscode install\", in Jupyter after \"dropout-lessons kernel install\".");
            return ExitCode.Ok;
        });
        return command;
    }
}
