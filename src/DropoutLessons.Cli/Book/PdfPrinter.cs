using System.ComponentModel;
using System.Diagnostics;

namespace DropoutLessons.Cli.Book;

/// <summary>Prints a page of the book as PDF through a browser of the Chromium family, where there is one.</summary>
/// <param name="browser">path of the browser's program</param>
internal sealed class PdfPrinter(string browser)
{
    /// <summary>Variable that names a browser in a place nobody would guess.</summary>
    public const string Variable = "CHROME_PATH";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] s_places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Finds a browser: the one <see cref="Variable"/> names, else one on the path, else one where installers put it.</summary>
    /// <param name="environment">reads an environment variable</param>
    /// <exception cref="UnusableInputException">There is none; the message says what to install.</exception>
    public static PdfPrinter Find(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? new(named) : throw new UnusableInputException($"{Variable} names {named}, which does not exist. Name the program of Chromium, Chrome or Edge.");
        string[] folders = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        string? found = s_names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + suffix))).Concat(s_places).FirstOrDefault(File.Exists);
        return found is not null ? new(found)
            : throw new UnusableInputException($"--pdf prints through Chromium, Chrome or Edge, and none is here. Install one, or set {Variable} to its program; or open {BookWriter.PrintPage} of the book in any browser and print it from there.");
    }

    /// <summary>Prints <paramref name="page"/> to <paramref name="target"/>, with page numbers and an outline.</summary>
    /// <exception cref="UnusableInputException">The browser did not make the file; the message says what it said.</exception>
    public async Task PrintAsync(string page, string target, CancellationToken cancellation)
    {
        File.Delete(target);
        string said = await RunAsync(page, target, [], cancellation);
        // Containers often forbid what the browser builds its sandbox of; the page is the book's own and holds no scripts but the search.
        if (!File.Exists(target))
            said = await RunAsync(page, target, ["--no-sandbox"], cancellation);
        if (!File.Exists(target))
            throw new UnusableInputException($"{browser} did not print {page}: {said.Trim()} Open that page in a browser and print it from there.");
    }

    private async Task<string> RunAsync(string page, string target, string[] more, CancellationToken cancellation)
    {
        // A profile of its own: a browser that is open already would take the order over and answer nothing.
        var profile = Directory.CreateTempSubdirectory("dropout-lessons-print-");
        try
        {
            using var process = Process.Start(new ProcessStartInfo(browser,
                [
                    "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer", "--generate-pdf-document-outline",
                    $"--user-data-dir={profile.FullName}", $"--print-to-pdf={target}", .. more, new Uri(page).AbsoluteUri,
                ])
            { RedirectStandardError = true, RedirectStandardOutput = true })!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(s_limit);
            await using var killer = limit.Token.Register(() => process.Kill(entireProcessTree: true));
            var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            await output;
            return limit.IsCancellationRequested ? $"it took more than {s_limit.TotalMinutes} minutes." : await error;
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
