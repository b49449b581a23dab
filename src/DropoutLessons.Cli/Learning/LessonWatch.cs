using System.Threading.Channels;
using DropoutLessons.Cli.Authoring;
using DropoutLessons.Cli.Commands;
using Spectre.Console;

namespace DropoutLessons.Cli.Learning;

/// <summary>Checks a lesson each time its notebook is saved, and answers keys in between.</summary>
/// <remarks>Looks at the files itself, several times a second: notifications of file systems get lost on network drives and in containers.</remarks>
/// <param name="desk">the lessons and the progress</param>
/// <param name="console">where it writes</param>
internal sealed class LessonWatch(LessonDesk desk, IAnsiConsole console)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, (DateTime, long)> _seen = [];
    private LessonSource? _current = desk.Next;

    /// <summary>Watches until <c>q</c> is pressed.</summary>
    /// <param name="keys">keys pressed; other ones than h, n and q are passed over</param>
    /// <param name="cancellation">ends it too</param>
    public async Task RunAsync(ChannelReader<char> keys, CancellationToken cancellation)
    {
        Changed();
        console.MarkupLineInterpolated($"Watching {desk.Notebooks}: save a notebook and it is checked.  [bold]h[/] hint  [bold]n[/] next  [bold]q[/] quit");
        ShowNext();
        using var timer = new PeriodicTimer(s_pause);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            while (keys.TryRead(out char key))
                if (char.ToLowerInvariant(key) == 'q')
                    return;
                else
                    Answer(char.ToLowerInvariant(key));
            foreach (var lesson in Changed())
                await CheckAsync(lesson, cancellation);
        }
    }

    private void Answer(char key)
    {
        if (key == 'n')
            (_current, _) = (desk.Next, ShowNext());
        else if (key == 'h' && _current is not null)
            console.WriteLine(HintCommand.Text(desk, _current));
    }

    private async Task CheckAsync(LessonSource lesson, CancellationToken cancellation)
    {
        _current = lesson;
        try
        {
            var seen = await desk.CheckAsync(lesson, (_, _) => { }, cancellation);
            console.WriteLine();
            ShowPath(seen.File);
            console.WriteLine(CheckCommand.Text(seen, desk));
        }
        catch (UnusableInputException e)
        {
            // A notebook caught while it is being written is looked at again when it is whole.
            console.WriteLine(e.Message);
        }
        if (desk.Trouble is { } trouble)
            console.WriteLine(trouble);
    }

    private bool ShowNext()
    {
        if (desk.Next is not { } next)
        {
            console.WriteLine("Every lesson is done.");
            return false;
        }
        console.WriteLine($"Go on with {next.Id[..2]} {next.Title}:");
        ShowPath(LearnerNotebook.PathOf(next, desk.Notebooks));
        return true;
    }

    // A terminal that knows links opens the notebook at a click; others show the path.
    private void ShowPath(string file) =>
        console.MarkupLine($"[link={Markup.Escape(new Uri(Path.GetFullPath(file)).AbsoluteUri)}]{Markup.Escape(file)}[/]");

    private List<LessonSource> Changed()
    {
        var changed = new List<LessonSource>();
        foreach (var lesson in desk.Lessons)
        {
            var file = new FileInfo(LearnerNotebook.PathOf(lesson, desk.Notebooks));
            var state = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            if (_seen.TryGetValue(lesson.Id, out var before) && before != state && file.Exists)
                changed.Add(lesson);
            _seen[lesson.Id] = state;
        }
        return changed;
    }
}
