using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DropoutLessons.Kernel;

/// <summary>Is what every loop and function body of a cell calls, so that a runaway cell can be stopped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Guard
{
    private const int Sessions = 1024;

    private static readonly bool[] s_stops = new bool[Sessions];
    private static int s_sessions;

    /// <summary>Goes on, or ends the cell.</summary>
    /// <param name="session">number of the session the code belongs to</param>
    /// <exception cref="CellInterruptedException">The session was interrupted.</exception>
    /// <exception cref="InsufficientExecutionStackException">The recursion is too deep for the stack.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(int session)
    {
        if (Volatile.Read(ref s_stops[session]))
            throw new CellInterruptedException();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            ThrowTooDeep();
    }

    // Numbers come round again after 1,024 sessions; a process that holds so many at once shares a flag at worst.
    internal static int NewSession() => Interlocked.Increment(ref s_sessions) % Sessions;

    internal static void Stop(int session) => Volatile.Write(ref s_stops[session], true);

    internal static void Reset(int session) => Volatile.Write(ref s_stops[session], false);

    private static void ThrowTooDeep() =>
        throw new InsufficientExecutionStackException("The recursion is too deep: the stack is used up. Does it ever reach its end condition?");
}

/// <summary>Ends a cell that was interrupted.</summary>
public sealed class CellInterruptedException() : OperationCanceledException("The cell was interrupted.");
