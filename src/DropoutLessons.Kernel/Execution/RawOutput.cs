using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace DropoutLessons.Kernel;

/// <summary>Catches what bypasses the console: child processes, native libraries, and cells that open the standard streams themselves.</summary>
/// <remarks>Linux and macOS: the process's descriptors 1 and 2 become the ends of pipes. Elsewhere such output stays in the terminal.</remarks>
internal sealed partial class RawOutput : IDisposable
{
    // Written after a cell, and looked for by the readers: what stands before it belongs to the cell.
    private static readonly byte[] s_mark = [0, 1, 2, 0, 3];
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    private readonly List<Pipe> _pipes = [];

    /// <summary>Begins to catch.</summary>
    /// <param name="take">told of stream and text; false where no cell wants it, and it goes where it would have gone</param>
    public RawOutput(Func<string, string, bool> take)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var (descriptor, stream) in new[] { (1, "stdout"), (2, "stderr") })
            _pipes.Add(new(descriptor, stream, take));
    }

    /// <summary>Waits until everything written so far has been taken.</summary>
    public void Drain()
    {
        foreach (var pipe in _pipes)
            pipe.Drain();
    }

    public void Dispose()
    {
        foreach (var pipe in _pipes)
            pipe.Dispose();
    }

    private sealed class Pipe : IDisposable
    {
        private readonly int _descriptor;
        private readonly int _original;
        private readonly FileStream _end;
        private readonly SemaphoreSlim _marks = new(0);

        public Pipe(int descriptor, string stream, Func<string, string, bool> take)
        {
            _descriptor = descriptor;
            _original = Duplicate(descriptor);
            Span<int> ends = stackalloc int[2];
            if (CreatePipe(ref MemoryMarshal.GetReference(ends)) != 0 || DuplicateTo(ends[1], descriptor) < 0)
                throw new IOException($"Standard stream {descriptor} cannot be caught: system error {Marshal.GetLastPInvokeError()}.");
            _end = new FileStream(new SafeFileHandle(ends[1], ownsHandle: true), FileAccess.Write, bufferSize: 0);
            var input = new FileStream(new SafeFileHandle(ends[0], ownsHandle: true), FileAccess.Read, bufferSize: 0);
            var original = new FileStream(new SafeFileHandle(_original, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            new Thread(() => Read(input, text =>
            {
                if (!take(stream, text))
                    original.Write(Encoding.UTF8.GetBytes(text));
            }))
            { IsBackground = true, Name = $"raw {stream}" }.Start();
        }

        public void Drain()
        {
            _end.Write(s_mark);
            _marks.Wait(s_patience);
        }

        public void Dispose()
        {
            Drain();
            _ = DuplicateTo(_original, _descriptor);
        }

        private void Read(FileStream input, Action<string> take)
        {
            var decoder = Encoding.UTF8.GetDecoder();
            byte[] buffer = new byte[64 * 1024];
            int held = 0;
            while (input.Read(buffer, held, buffer.Length - held) is > 0 and int read)
            {
                int length = held + read, from = 0;
                for (int at; (at = buffer.AsSpan(from, length - from).IndexOf(s_mark)) >= 0; from += at + s_mark.Length)
                {
                    Take(buffer.AsSpan(from, at));
                    _marks.Release();
                }
                // The beginning of a mark may be the end of this piece.
                held = Enumerable.Range(1, s_mark.Length - 1).Reverse().FirstOrDefault(n => n <= length - from && buffer.AsSpan(length - n, n).SequenceEqual(s_mark.AsSpan(0, n)));
                Take(buffer.AsSpan(from, length - from - held));
                buffer.AsSpan(length - held, held).CopyTo(buffer);
            }

            void Take(ReadOnlySpan<byte> bytes)
            {
                char[] text = new char[bytes.Length + 1];
                int count = decoder.GetChars(bytes, text, flush: false);
                if (count > 0)
                    take(new string(text, 0, count));
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    private static partial int CreatePipe(ref int ends);

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int DuplicateTo(int from, int to);
}
