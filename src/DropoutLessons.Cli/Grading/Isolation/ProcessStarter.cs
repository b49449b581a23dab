using System.Collections.Concurrent;
using System.Diagnostics;

namespace DropoutLessons.Cli.Grading;

/// <summary>Starts processes from one thread that lives as long as the tool.</summary>
/// <remarks>Linux ties "die with the parent" to the thread that started the child, and a thread of the pool ends when it has been idle for a while.</remarks>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Done)> s_requests = [];

    static ProcessStarter() => new Thread(Serve) { IsBackground = true, Name = "starts submissions" }.Start();

    /// <summary>Starts a process.</summary>
    /// <exception cref="UnusableInputException">It could not be started.</exception>
    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var done = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        s_requests.Add((start, done));
        return done.Task;
    }

    private static void Serve()
    {
        foreach (var (start, done) in s_requests.GetConsumingEnumerable())
            try
            {
                done.SetResult(Process.Start(start)!);
            }
            catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
            {
                done.SetException(new UnusableInputException($"The process {start.FileName} could not be started: {e.Message}", e));
            }
    }
}
