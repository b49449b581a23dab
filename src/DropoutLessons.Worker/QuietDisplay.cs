using System.ComponentModel;

namespace DropoutLessons.Worker;

/// <summary>Holds what a notebook's kernel offers every cell; here nobody looks, so nothing is shown.</summary>
#pragma warning disable IDE1006, CA1707 // The names cells use.
[EditorBrowsable(EditorBrowsableState.Never)]
public static class QuietDisplay
{
    /// <summary>Shows nothing.</summary>
    public static QuietValue display(object? value, params string[] mimeTypes) => new();

    /// <summary>Does nothing.</summary>
    public static void clear_output(bool wait = false)
    {
    }

    /// <summary>Answers nothing, as at a front end without input.</summary>
    public static string input(string prompt = "") => "";
}
#pragma warning restore IDE1006, CA1707

/// <summary>Holds the same as extension methods: <c>x.Display()</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class QuietExtensions
{
    /// <summary>Shows nothing.</summary>
    public static QuietValue Display(this object? value, params string[] mimeTypes) => new();
}

/// <summary>Is the handle on something that is not shown.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QuietValue
{
    /// <summary>Does nothing.</summary>
    public QuietValue Update(object? value) => this;
}
