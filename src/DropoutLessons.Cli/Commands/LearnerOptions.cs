using System.CommandLine;
using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Commands;

/// <summary>Makes the options that the commands of learners share.</summary>
internal static class LearnerOptions
{
    public static Option<string?> Folder() => new("--notebooks") { Description = "Folder of the lessons (default: the nearest \"notebooks\").", HelpName = "FOLDER" };

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "Form of the report.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    public static Argument<string?> Lesson() => new("LESSON") { Description = "Name or number of the lesson; without it, the first that is not done.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Says on standard error what is wrong with the file of the progress.</summary>
    public static void ReportTrouble(LessonDesk desk)
    {
        if (desk.Trouble is { } trouble)
            Console.Error.WriteLine($"dropout-lessons: {trouble}");
    }
}
