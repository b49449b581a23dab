using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Runs the lesson in classic Notebook, as a learner does, and looks at it.</summary>
public sealed class ClassicNotebookTests(KernelHome home) : IClassFixture<KernelHome>
{
    private const string Jupyter = "/usr/bin/jupyter-notebook";

    [Fact]
    public async Task The_lesson_runs_and_shows_its_pictures_and_shows_them_again_when_opened_anew()
    {
        RequiredTool.Need(Jupyter, "jupyter-notebook");
        await using var browser = await Browser.StartAsync();
        string lessons = Directory.CreateDirectory(Path.Combine(home.Folder, "lessons")).FullName;
        File.Copy(TestFiles.At("notebooks", "solutions", "15-dropout-forward.ipynb"), Path.Combine(lessons, "15.ipynb"));
        using var server = await StartServerAsync(lessons);
        try
        {
            var page = await browser.PageAsync();
            await page.GotoAsync($"{server.Address}/notebooks/15.ipynb");
            await page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()", null, new() { Timeout = 60_000 });
            await page.EvaluateAsync("() => Jupyter.notebook.execute_all_cells()");
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Right: every bit", new() { Timeout = 60_000 });
            await AssertPicturesAsync(page);
            await page.EvaluateAsync("() => Jupyter.notebook.save_checkpoint()");
            await page.WaitForFunctionAsync("() => !Jupyter.notebook.dirty");
            // The notebook scrolls inside the page: a page as tall as the notebook shows all of it.
            await page.SetViewportSizeAsync(1100, 4400);
            await Browser.ScreenshotAsync(page, "classic-notebook");

            var again = await browser.PageAsync();
            await again.GotoAsync($"{server.Address}/notebooks/15.ipynb");
            await AssertPicturesAsync(again);
            Assert.Empty(browser.External);
        }
        finally
        {
            server.Process.Kill(entireProcessTree: true);
        }
    }

    private static async Task AssertPicturesAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".dl-live:visible")).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".dl-still:visible")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    private async Task<Server> StartServerAsync(string folder)
    {
        int port = FreePort();
        var start = new ProcessStartInfo(Jupyter,
            ["--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={folder}"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in home.Environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.Contains("is running at", StringComparison.Ordinal))
            {
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return new(process, $"http://127.0.0.1:{port}");
            }
        throw new InvalidOperationException("Jupyter did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Server(Process Process, string Address) : IDisposable
    {
        public void Dispose() => Process.Dispose();
    }
}
