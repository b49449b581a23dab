using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;

namespace DropoutLessons.Kernel;

/// <summary>Holds the functions every cell can call, as in .NET Interactive.</summary>
#pragma warning disable IDE1006, CA1707 // Lower case as in existing notebooks.
public static class DisplayFunctions
{
    /// <summary>Shows <paramref name="value"/> below the cell that runs.</summary>
    /// <param name="value">any object; null shows as "null"</param>
    /// <param name="mimeTypes">forms to show it in; those preferred for its class when none is given</param>
    /// <returns>a handle that updates what is shown</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        var shown = new DisplayedValue(Guid.NewGuid().ToString("n"), mimeTypes ?? []);
        CellContext.Sink.Display(shown.Bundle(value), shown.DisplayId);
        return shown;
    }

    /// <summary>Takes away what the running cell shows.</summary>
    /// <param name="wait">true to wait until something new is shown, so that nothing flickers</param>
    public static void clear_output(bool wait = false) => CellContext.Sink.ClearOutput(wait);

    /// <summary>Asks the learner for a line.</summary>
    /// <param name="prompt">what to say beside the field</param>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    public static string input(string prompt = "") => CellContext.Input.ReadLine(prompt, isPassword: false);

    /// <summary>Asks the learner for a line that is not seen while it is typed.</summary>
    /// <param name="prompt">what to say beside the field</param>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    public static string password(string prompt = "Password: ") => CellContext.Input.ReadLine(prompt, isPassword: true);

    /// <summary>Makes HTML of a text, to be shown as such.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
#pragma warning restore IDE1006, CA1707

/// <summary>Holds the same as extension methods: <c>x.Display()</c>.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows <paramref name="value"/> below the cell that runs.</summary>
    /// <param name="value">any object</param>
    /// <param name="mimeTypes">forms to show it in; those preferred for its class when none is given</param>
    /// <returns>a handle that updates what is shown</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayFunctions.display(value, mimeTypes);

    /// <summary>Shows a text as what it is: HTML, Markdown, an SVG picture.</summary>
    /// <param name="value">the text</param>
    /// <param name="mimeType">what it is, such as "text/html"</param>
    /// <returns>a handle that updates what is shown</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        var shown = new DisplayedValue(Guid.NewGuid().ToString("n"), [mimeType]);
        CellContext.Sink.Display(MimeBundle.Of(mimeType, value), shown.DisplayId);
        return shown;
    }
}

/// <summary>Is a handle on something displayed.</summary>
/// <param name="displayId">name it is displayed under</param>
/// <param name="mimeTypes">forms it is displayed in; those preferred for the class when empty</param>
public sealed class DisplayedValue(string displayId, IReadOnlyList<string> mimeTypes)
{
    /// <summary>Name under which front ends know it.</summary>
    public string DisplayId { get; } = displayId;

    /// <summary>Shows <paramref name="value"/> in place of what was shown, wherever that is.</summary>
    public void Update(object? value) => CellContext.Sink.UpdateDisplay(Bundle(value), DisplayId);

    internal MimeBundle Bundle(object? value) =>
        mimeTypes.Count == 0 ? ObjectFormatter.Format(value)
        : value is string text ? new(mimeTypes.Append("text/plain").Distinct().ToDictionary(type => type, JsonNode (_) => JsonValue.Create(text)))
        : ObjectFormatter.Format(value, [.. mimeTypes.Append("text/plain").Distinct()]);
}
