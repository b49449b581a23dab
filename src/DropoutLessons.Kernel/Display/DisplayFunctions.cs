namespace DropoutLessons.Kernel;

/// <summary>Holds the function every cell can call: <c>display(x)</c>, as in .NET Interactive.</summary>
public static class DisplayFunctions
{
    /// <summary>Shows <paramref name="value"/> below the cell that runs.</summary>
    /// <param name="value">any object; null shows as "null"</param>
    /// <param name="displayId">name under which to update it later; a new one when null</param>
    /// <returns>a handle that updates what is shown</returns>
#pragma warning disable IDE1006, CA1707 // Lower case as in existing notebooks.
    public static DisplayedValue display(object? value, string? displayId = null)
#pragma warning restore IDE1006, CA1707
    {
        string id = displayId ?? Guid.NewGuid().ToString("n");
        CellContext.Sink.Display(DisplayedValue.Bundle(value), id);
        return new(id);
    }
}

/// <summary>Holds the same as an extension method: <c>x.Display()</c>.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows <paramref name="value"/> below the cell that runs.</summary>
    /// <param name="value">any object</param>
    /// <returns>a handle that updates what is shown</returns>
    public static DisplayedValue Display(this object value) => DisplayFunctions.display(value);
}

/// <summary>Is a handle on something displayed.</summary>
/// <param name="displayId">name it is displayed under</param>
public sealed class DisplayedValue(string displayId)
{
    /// <summary>Name under which front ends know it.</summary>
    public string DisplayId { get; } = displayId;

    /// <summary>Shows <paramref name="value"/> in place of what was shown, wherever that is.</summary>
    public void Update(object? value) => CellContext.Sink.UpdateDisplay(Bundle(value), DisplayId);

    internal static MimeBundle Bundle(object? value) => value is null ? MimeBundle.Text("null") : ObjectFormatter.Format(value);
}
