using System.Text.Json;
using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Book;

/// <summary>Writes what can be searched for as a script, which pages opened from disk may load where they may not load data.</summary>
internal static partial class SearchIndex
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the sections, in the book's order.</summary>
    public static string Write(IEnumerable<BookSection> sections) =>
        $"window.dropoutLessonsSearch({JsonSerializer.Serialize(sections.Select(section => new { section.Page, section.Anchor, section.Title, section.Group, section.Heading, Text = Spaces().Replace(section.Text.ToString(), " ").Trim() }), s_json)});\n";

    /// <summary>Takes from Markdown the marks that nobody searches for.</summary>
    public static string Plain(string markdown) => Marks().Replace(markdown, " ");

    [GeneratedRegex(@"<[a-z/][^>]*>|\]\([^)]*\)|[*`#$|>\[\]\\{}]+", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
