using System.Collections.Concurrent;

namespace DropoutLessons.Kernel;

/// <summary>Is the thread cells run on, one after the other, with a stack deep enough for honest recursion.</summary>
internal sealed class CellThread : IDisposable
{
    // Unwinding a stack that is full takes time in proportion to its size.
    private const int StackBytes = 16 * 1024 * 1024;

    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public CellThread()
    {
        _thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = "cells" };
        _thread.Start();
    }

    /// <summary>Runs <paramref name="work"/> after everything handed in before it.</summary>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>Ends a wait, a sleep or a lock the running cell is in.</summary>
    public void WakeUp() => _thread.Interrupt();

    public void Dispose() => _work.CompleteAdding();

    private void Loop()
    {
        while (!_work.IsCompleted)
        {
            try
            {
                foreach (var work in _work.GetConsumingEnumerable())
                    work();
            }
            catch (ThreadInterruptedException)
            {
                // A wake-up that came after its cell had ended; there is nothing left to wake.
            }
        }
    }
}
