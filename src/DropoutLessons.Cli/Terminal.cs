using Spectre.Console;

namespace DropoutLessons.Cli;

/// <summary>Gives the consoles the commands write to; a redirected one gets plain lines.</summary>
internal static class Terminal
{
    /// <summary>Standard output.</summary>
    public static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error, for progress and complaints.</summary>
    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    // Said outright, and nothing added by what Spectre knows of build machines: there it would take files for terminals.
    private static IAnsiConsole Create(TextWriter writer, bool isRedirected) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
    });
}
