using System.Text.Json;

namespace DropoutLessons.Cli.Grading;

/// <summary>Compiles submissions in a process of its own, one after the other: code that drives a compiler mad harms nothing else.</summary>
internal static class CompilerHost
{
    /// <summary>Hidden command that starts it.</summary>
    public const string CommandName = "grade-compiler";

    /// <summary>Reads requests from standard input, a JSON line each, and writes the results to standard output, likewise.</summary>
    public static int Run()
    {
        // Roslyn descends as deep as the code nests.
        var thread = new Thread(Serve, maxStackSize: 64 << 20);
        thread.Start();
        thread.Join();
        return ExitCode.Ok;
    }

    private static void Serve()
    {
        using var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        while (Console.In.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize<CompileRequest>(line)!;
            answers.WriteLine(JsonSerializer.Serialize(SubmissionCompiler.Compile(request.Cells, request.Sought)));
        }
    }
}

/// <summary>Asks for a submission to be compiled.</summary>
internal sealed record CompileRequest(IReadOnlyList<SubmittedCell> Cells, AnswerSought Sought);
