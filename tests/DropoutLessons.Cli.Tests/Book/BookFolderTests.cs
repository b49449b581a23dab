using DropoutLessons.Cli.Book;

namespace DropoutLessons.Cli.Tests.Book;

public sealed class BookFolderTests
{
    [Fact]
    public void Open_refuses_a_folder_that_holds_something_else_and_leaves_it_alone()
    {
        using var folder = new TemporaryFolder();
        string thesis = folder.Write("index.html", "my thesis");

        var e = Assert.Throws<UnusableInputException>(() => BookFolder.Open(folder.Path));

        Assert.Contains("nothing of it is overwritten", e.Message, StringComparison.Ordinal);
        Assert.Equal("my thesis", File.ReadAllText(thesis));
    }

    [Fact]
    public void Open_refuses_a_file()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<UnusableInputException>(() => BookFolder.Open(folder.Write("book", "")));
    }

    [Fact]
    public void Open_takes_a_new_folder_an_empty_one_and_that_of_an_earlier_book()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(folder.Path, BookFolder.Open(folder.Path).Path);
        var book = BookFolder.Open(Path.Combine(folder.Path, "new"));
        Assert.False(Directory.Exists(book.Path), "opening must not write");
        book.Write("index.html", BookFolder.Generator);
        book.Write("sub/page.html", "");
        Assert.Equal(book.Path, BookFolder.Open(book.Path).Path);
    }

    [Theory]
    [InlineData("../notes.ipynb")]
    [InlineData("/tmp/notes.ipynb")]
    public void FileFor_never_leads_out_of_the_folder(string name)
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<ArgumentException>(() => BookFolder.Open(folder.Path).FileFor(name));
    }
}
