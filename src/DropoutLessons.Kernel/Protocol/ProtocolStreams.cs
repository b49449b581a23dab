using System.Runtime.InteropServices;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Takes the process's standard input and output for the protocol alone.</summary>
/// <remarks>What else writes there, as cells, native libraries and child processes do, finds standard error in its place; what reads finds the end of the input.</remarks>
internal static partial class ProtocolStreams
{
    private const int WindowsInput = -10;
    private const int WindowsOutput = -11;
    private const int WindowsError = -12;

    /// <summary>Takes them; to be called once, before anything is printed.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public static (Stream Input, Stream Output) Take()
    {
        // Duplicates, which no child process inherits.
        var streams = (Console.OpenStandardInput(), Console.OpenStandardOutput());
        var nothing = File.OpenHandle(OperatingSystem.IsWindows() ? "NUL" : "/dev/null");
        bool isDone = OperatingSystem.IsWindows()
            ? SetHandle(WindowsInput, nothing.DangerousGetHandle()) && SetHandle(WindowsOutput, GetHandle(WindowsError))
            : DuplicateTo((int)nothing.DangerousGetHandle(), 0) >= 0 && DuplicateTo(2, 1) >= 0;
        if (!isDone)
            throw new IOException($"The standard streams cannot be kept for the protocol: system error {Marshal.GetLastPInvokeError()}.");
        // On Windows the handle itself is now the standard input, and stays open.
        if (!OperatingSystem.IsWindows())
            nothing.Dispose();
        Console.SetOut(Console.Error);
        return streams;
    }

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int DuplicateTo(int from, int to);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle", SetLastError = true)]
    private static partial nint GetHandle(int which);

    [LibraryImport("kernel32", EntryPoint = "SetStdHandle", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetHandle(int which, nint handle);
}
