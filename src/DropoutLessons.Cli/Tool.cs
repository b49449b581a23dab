using System.CommandLine;
using DropoutLessons.Cli.Commands;

namespace DropoutLessons.Cli;

/// <summary>Is the command line <c>dropout-lessons</c>.</summary>
internal static class Tool
{
    /// <summary>Parses and runs <paramref name="args"/>; returns one of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var run = RunCommand.Create();
        var root = new RootCommand("""
            Dropout as Flax nnx does it, in C# notebooks: run the lessons, grade answers, compare with JAX.

            Exit codes: 0 done and right; 1 done, but something looked at is wrong; 2 not done: unusable input or command line.

            Examples:
              dropout-lessons                                  run all lessons, write the book
              dropout-lessons grade notebooks/15-dropout-forward.ipynb
              dropout-lessons parity tests/golden
              dropout-lessons kernel install
              dropout-lessons new dropout                      the lessons in a folder of your own
            """)
        {
            run,
            RunCommand.CreateWorker(),
            GradeCommand.Create(),
            GradeCommand.CreateCompiler(),
            ParityCommand.Create(),
            KernelCommand.Create(),
            VSCodeCommand.Create(),
            NewCommand.Create(),
            ListCommand.Create(),
            ListCommand.CreateNext(),
            CheckCommand.Create(),
            HintCommand.Create(),
            WatchCommand.Create(),
            ResetCommand.Create(),
            ResetCommand.CreateUpdate(),
            AuthorCommand.Create(),
            LintCommand.Create(),
        };
        // Without a command the lessons run: `dotnet run` is all a newcomer types.
        foreach (var option in run.Options)
            root.Options.Add(option);
        root.Action = run.Action;

        try
        {
            var parsed = root.Parse(args);
            return parsed.Errors.Count == 0
                ? await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
                : Complain(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message).Distinct()) + " (--help lists what there is.)");
        }
        catch (UnusableInputException e)
        {
            return Complain(e.Message);
        }
        catch (OperationCanceledException)
        {
            return Complain("Stopped.");
        }
    }

    private static int Complain(string message)
    {
        Console.Error.WriteLine($"dropout-lessons: {message}");
        return ExitCode.Unusable;
    }
}
