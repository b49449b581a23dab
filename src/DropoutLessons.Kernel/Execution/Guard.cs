using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DropoutLessons.Kernel;

/// <summary>Is what every loop and function body of a cell calls, so that a runaway cell can be stopped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Guard
{
    private const int Sessions = 1024;
    private const int Goes = 0;
    private const int Interrupted = 1;
    private const int OutOfMemory = 2;

    private static readonly int[] s_stops = new int[Sessions];
    private static int s_sessions;

    /// <summary>Goes on, or ends the cell.</summary>
    /// <param name="session">number of the session the code belongs to</param>
    /// <exception cref="CellInterruptedException">The session was interrupted.</exception>
    /// <exception cref="CellMemoryException">The cell uses more memory than it may.</exception>
    /// <exception cref="InsufficientExecutionStackException">The recursion is too deep for the stack.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int session)
    {
        if (Volatile.Read(ref s_stops[session]) != Goes)
            ThrowStopped(session);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            ThrowTooDeep();
    }

    // Numbers come round again after 1,024 sessions; a process that holds so many at once shares a flag at worst.
    internal static int NewSession() => Interlocked.Increment(ref s_sessions) % Sessions;

    internal static void Stop(int session) => Volatile.Write(ref s_stops[session], Interrupted);

    internal static void StopForMemory(int session) => Interlocked.CompareExchange(ref s_stops[session], OutOfMemory, Goes);

    internal static void Reset(int session) => Volatile.Write(ref s_stops[session], Goes);

    internal static bool IsOutOfMemory(int session) => Volatile.Read(ref s_stops[session]) == OutOfMemory;

    private static void ThrowStopped(int session) => throw (IsOutOfMemory(session) ? new CellMemoryException() : new CellInterruptedException());

    private static void ThrowTooDeep() =>
        throw new InsufficientExecutionStackException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"The recursion is too deep: {new System.Diagnostics.StackTrace().FrameCount:N0} calls fill the stack. Does it ever reach its end condition?"));
}

/// <summary>Ends a cell that was interrupted.</summary>
public sealed class CellInterruptedException() : OperationCanceledException("The cell was interrupted.");

/// <summary>Ends a cell that uses more memory than it may.</summary>
public sealed class CellMemoryException() : OutOfMemoryException("The cell uses more memory than it may.");
