using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace DropoutLessons.Kernel;

/// <summary>Knows which cell the running code belongs to, on whatever thread it runs, and puts back what a cell before it has changed.</summary>
internal static class CellContext
{
    private static readonly AsyncLocal<IOutputSink?> s_sink = new();
    private static readonly AsyncLocal<ICellInput?> s_input = new();
    private static readonly AsyncLocal<TypedLine?> s_typed = new();
    private static readonly TextWriter s_out = TextWriter.Synchronized(new CellWriter("stdout", Console.Out));
    private static readonly TextWriter s_error = TextWriter.Synchronized(new CellWriter("stderr", Console.Error));
    private static readonly CultureInfo s_culture = CultureInfo.CurrentCulture;
    private static readonly CultureInfo s_uiCulture = CultureInfo.CurrentUICulture;
    private static volatile IOutputSink? s_latest;
    private static int s_catchesStrays;

    /// <summary>Whether the code runs on behalf of a cell.</summary>
    public static bool HasCell => s_sink.Value is not null;

    /// <summary>Where the cell's output goes; threads and tasks a cell starts inherit it, so that late output finds its cell.</summary>
    public static IOutputSink Sink => s_sink.Value ?? NullSink.Instance;

    /// <summary>Whom the cell asks.</summary>
    public static ICellInput Input => s_input.Value ?? NoInput.Instance;

    /// <summary>What the cell has still to read of the line it was given.</summary>
    public static TypedLine Typed => s_typed.Value ?? new();

    /// <summary>Makes <paramref name="sink"/> the target of this flow of execution and puts back console and culture.</summary>
    public static void Enter(IOutputSink sink, ICellInput input)
    {
        CatchStrays();
        (s_sink.Value, s_input.Value, s_typed.Value) = (sink, input, new());
        s_latest = sink;
        Console.SetOut(s_out);
        Console.SetError(s_error);
        // A reader of its own: one that an abandoned thread still waits in would hold the lock of the shared one.
        Console.SetIn(new CellReader());
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (s_culture, s_uiCulture);
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (null, null);
    }

    // An exception nobody catches on a thread a cell has started, or in its async void, would end the process and every variable with it.
    private static void CatchStrays()
    {
        if (Interlocked.Exchange(ref s_catchesStrays, 1) == 0)
            ExceptionHandling.SetUnhandledExceptionHandler(exception => Report(exception));
    }

    private static bool Report(Exception exception)
    {
        // Finalizers run outside every cell, and their exceptions are a cell's all the same. Anything else without a cell is the kernel's own and must not be hidden.
        bool isFinalizer = new StackTrace(exception).GetFrames().Any(frame => frame.GetMethod()?.Name == "Finalize");
        if (!HasCell && !isFinalizer)
            return false;
        var sink = HasCell ? Sink : s_latest ?? NullSink.Instance;
        string place = isFinalizer ? "in a finalizer" : "on another thread than the cell's";
        sink.Write("stderr", $"An exception {place}, which nothing caught:\n{string.Join('\n', Traceback.Of(exception).Traceback)}\n");
        return true;
    }
}
