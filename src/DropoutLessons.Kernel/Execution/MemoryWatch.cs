using System.Globalization;

namespace DropoutLessons.Kernel;

/// <summary>Stops a cell that allocates without end before it takes the machine with it.</summary>
/// <remarks>Looks while a cell runs and only then: an idle kernel has no timer that runs.</remarks>
internal sealed class MemoryWatch : IDisposable
{
    private const long Mebibyte = 1 << 20;
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(50);

    private readonly Timer _timer;
    private readonly long _start = Used();

    /// <summary>Starts to watch.</summary>
    /// <param name="limit">bytes the process may use</param>
    /// <param name="stop">told once when a cell has gone beyond them</param>
    public MemoryWatch(long limit, Action stop)
    {
        // What cells before have left is not this cell's doing: it may still run, and free it.
        long most = Math.Max(limit, _start + (64 * Mebibyte));
        _timer = new(_ =>
        {
            if (Used() > most)
                stop();
        }, null, s_period, s_period);
    }

    /// <summary>Writes a limit as people read it.</summary>
    public static string Text(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte:N0} MB");

    public void Dispose() => _timer.Dispose();

    private static long Used() => Math.Max(Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: false));
}
