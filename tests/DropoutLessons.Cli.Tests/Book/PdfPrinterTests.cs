using DropoutLessons.Cli.Book;

namespace DropoutLessons.Cli.Tests.Book;

public sealed class PdfPrinterTests
{
    [Fact]
    public void Find_says_what_to_install_where_there_is_no_browser()
    {
        using var empty = new TemporaryFolder();

        var e = Assert.Throws<UnusableInputException>(() => PdfPrinter.Find(name => name == "PATH" ? empty.Path : null));

        Assert.Contains("Install one, or set CHROME_PATH", e.Message, StringComparison.Ordinal);
        Assert.Contains("print.html", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_refuses_a_named_browser_that_is_not_there() =>
        Assert.Contains("CHROME_PATH names /no/such/chrome", Assert.Throws<UnusableInputException>(() => PdfPrinter.Find(name => name == "CHROME_PATH" ? "/no/such/chrome" : null)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task PrintAsync_says_so_when_the_browser_makes_no_file()
    {
        using var folder = new TemporaryFolder();
        string browser = folder.Write("chromium", "not a program"), target = folder.Write("book.pdf", "an earlier one");

        var e = await Assert.ThrowsAsync<UnusableInputException>(() =>
            PdfPrinter.Find(name => name == "PATH" ? folder.Path : null).PrintAsync(folder.Write("print.html", ""), target, TestContext.Current.CancellationToken));

        Assert.StartsWith(browser, e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(target), "a book of other lessons must not pass for this one");
    }
}
