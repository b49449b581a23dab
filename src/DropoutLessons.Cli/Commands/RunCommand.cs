using System.CommandLine;
using DropoutLessons.Cli.Book;
using DropoutLessons.Cli.Running;
using Spectre.Console;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>run</c>, and what the tool does without a command: executes the lessons, writes the book, registers the kernel.</summary>
internal static class RunCommand
{
    private const string PdfName = "book.pdf";

    private static readonly Argument<string[]> s_files = new("NOTEBOOK")
    {
        Description = "Notebooks to run; without any, all in the lessons' folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> s_folder = new("--notebooks") { Description = "Folder of the lessons (default: the nearest \"notebooks\").", HelpName = "FOLDER" };
    private static readonly Option<string> s_book = new("--book") { Description = "Folder the book is written to.", DefaultValueFactory = _ => "book", HelpName = "FOLDER" };
    private static readonly Option<bool> s_pdf = new("--pdf") { Description = $"Also print the book as {PdfName} into its folder, through Chromium, Chrome or Edge." };
    private static readonly Option<double> s_timeout = new("--timeout") { Description = "Seconds one cell may take.", DefaultValueFactory = _ => 60, HelpName = "SECONDS" };
    private static readonly Option<bool> s_noKernel = new("--no-kernel") { Description = "Do not register the kernel for VS Code and Jupyter." };

    public static Command Create()
    {
        var command = new Command("run", "Execute the lessons, write them as an HTML book, and register the kernel if there is none (the default).")
        {
            s_files, s_folder, s_book, s_pdf, s_timeout, s_noKernel,
        };
        command.Aliases.Add("book");
        s_timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 86_400))
                result.AddError("--timeout must be above 0 and at most 86400 seconds.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The hidden command a run starts to execute one lesson in a process of its own.</summary>
    public static Command CreateWorker()
    {
        Argument<string> source = new("SOURCE"), target = new("TARGET"), handle = new("HANDLE"), folder = new("FOLDER");
        var seconds = new Argument<double>("SECONDS");
        var goesOn = new Argument<bool>("GOES-ON");
        var command = new Command(LessonWorker.CommandName) { source, target, handle, folder, seconds, goesOn };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => LessonWorker.RunAsync(
            parsed.GetRequiredValue(source), parsed.GetRequiredValue(target), parsed.GetRequiredValue(handle), parsed.GetRequiredValue(folder),
            parsed.GetValue(seconds), parsed.GetValue(goesOn), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string[] named = parsed.GetValue(s_files) ?? [];
        var files = named.Length > 0 ? LessonFiles.Named(named) : LessonFiles.List(LessonFiles.FindFolder(parsed.GetValue(s_folder)));
        var book = BookFolder.Open(parsed.GetValue(s_book)!);
        // Looked for before the lessons run: a book that cannot be printed should not take minutes to say so.
        var printer = parsed.GetValue(s_pdf) ? PdfPrinter.Find(Environment.GetEnvironmentVariable) : null;

        var limit = TimeSpan.FromSeconds(parsed.GetValue(s_timeout));
        var lessons = await RunAllAsync(files, limit, cancellation);
        string index = BookWriter.Write(book, lessons);

        Console.Out.WriteLine();
        foreach (var lesson in lessons)
            Console.Out.WriteLine($"{(lesson.Failure is null ? "ok  " : "FAIL")}  {lesson.Name,-40} {lesson.Duration.TotalSeconds,5:0.0} s  {lesson.Failure ?? lesson.Verdict}");
        Console.Out.WriteLine();
        Console.Out.WriteLine($"The book: {index}");
        if (printer is not null)
            Console.Out.WriteLine($"As PDF: {await PrintAsync(printer, book, cancellation)}");
        if (!parsed.GetValue(s_noKernel))
            Console.Out.WriteLine(KernelCommand.RegisterUnlessPresent());
        return lessons.All(lesson => lesson.Failure is null) ? ExitCode.Ok : ExitCode.Wrong;
    }

    private static Task<string> PrintAsync(PdfPrinter printer, BookFolder book, CancellationToken cancellation) =>
        Terminal.Error.Status().StartAsync("Printing the book …", async _ =>
        {
            string pdf = book.FileFor(PdfName);
            await printer.PrintAsync(book.FileFor(BookWriter.PrintPage), pdf, cancellation);
            return pdf;
        });

    private static Task<ExecutedLesson[]> RunAllAsync(IReadOnlyList<LessonFile> files, TimeSpan limit, CancellationToken cancellation) =>
        Terminal.Error.Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var lessons = new ExecutedLesson[files.Count];
                await LessonRunner.ForEachAsync(files.Count, async (i, isAlone, token) =>
                {
                    var bar = progress.AddTask(Markup.Escape(files[i].Name));
                    lessons[i] = await LessonRunner.RunAsync(files[i], limit, isAlone, bar.Report, token);
                    bar.Value = bar.MaxValue;
                }, cancellation);
                return lessons;
            });

    private static void Report(this ProgressTask bar, int done, int total)
    {
        bar.MaxValue = Math.Max(total, 1);
        bar.Value = done;
    }
}
