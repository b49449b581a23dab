using System.Text;

namespace DropoutLessons.Cli.Book;

/// <summary>Is a part of a page that a search can lead to.</summary>
/// <param name="Page">address from the book's folder</param>
/// <param name="Anchor">name of the heading on the page; empty for the top</param>
/// <param name="Title">title of the lesson</param>
/// <param name="Group">heading of the lesson's group</param>
/// <param name="Heading">heading of the part</param>
internal sealed record BookSection(string Page, string Anchor, string Title, string Group, string Heading)
{
    /// <summary>The part's words and code.</summary>
    public StringBuilder Text { get; init; } = new();
}
