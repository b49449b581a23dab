using System.Text;

namespace DropoutLessons.Kernel;

/// <summary>Knows which cell the running code belongs to, on whatever thread it runs.</summary>
internal static class CellContext
{
    private static readonly AsyncLocal<IOutputSink?> s_sink = new();
    private static readonly TextWriter s_out = TextWriter.Synchronized(new RoutingWriter("stdout", Console.Out));
    private static readonly TextWriter s_error = TextWriter.Synchronized(new RoutingWriter("stderr", Console.Error));

    /// <summary>Where the cell's output goes; threads and tasks a cell starts inherit it, so that late output finds its cell.</summary>
    public static IOutputSink Sink => s_sink.Value ?? NullSink.Instance;

    /// <summary>Makes <paramref name="sink"/> the target of this flow of execution and puts the console back, which a cell may have redirected.</summary>
    public static void Enter(IOutputSink sink)
    {
        s_sink.Value = sink;
        Console.SetOut(s_out);
        Console.SetError(s_error);
    }

    private sealed class RoutingWriter(string stream, TextWriter outside) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            if (string.IsNullOrEmpty(value))
                return;
            if (s_sink.Value is { } sink)
                sink.Write(stream, value);
            else
                outside.Write(value);
        }

        public override void WriteLine(string? value) => Write(value + Environment.NewLine);
    }
}
