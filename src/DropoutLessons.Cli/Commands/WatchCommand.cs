using System.CommandLine;
using System.Threading.Channels;
using DropoutLessons.Cli.Learning;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>watch</c>: checks a notebook each time it is saved; keys ask for a hint, the next lesson, or the end.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var folder = LearnerOptions.Folder();
        var command = new Command("watch", "Check a notebook each time you save it. Keys: h hint, n next lesson, q quit.") { folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var desk = await LessonDesk.OpenAsync(parsed.GetValue(folder), cancellation);
            LearnerOptions.ReportTrouble(desk);
            var keys = Channel.CreateUnbounded<char>();
            // A read from a terminal cannot be called off: the thread ends with the process.
            new Thread(() => ReadKeys(keys.Writer)) { IsBackground = true }.Start();
            await new LessonWatch(desk, Terminal.Out).RunAsync(keys.Reader, cancellation);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void ReadKeys(ChannelWriter<char> keys)
    {
        if (Console.IsInputRedirected)
            for (int key = Console.In.Read(); key >= 0; key = Console.In.Read())
                keys.TryWrite((char)key);
        else
            while (keys.TryWrite(Console.ReadKey(intercept: true).KeyChar))
            {
            }
    }
}
