using Spectre.Console;

namespace DropoutLessons.Cli;

/// <summary>Gives the consoles the commands write to.</summary>
internal static class Terminal
{
    /// <summary>Standard error, for progress and complaints; a redirected one gets plain lines.</summary>
    public static IAnsiConsole Error { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
}
