using DropoutLessons.Cli.Grading;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Shows that a run goes on where it stopped, and trusts no journal that is not its own.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => System.IO.Path.Combine(_folder.Path, "journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_result_is_found_again_after_reopening()
    {
        using (var journal = Journal.Open(Path, new()))
            journal.Add("key", [Result("a.cs")]);

        using var again = Journal.Open(Path, new());

        Assert.Equal("a.cs", Assert.Single(again.Find("key")!).Report.File);
        Assert.Null(again.Find("other"));
    }

    [Fact]
    public void A_torn_last_line_is_cut_off_and_what_is_added_then_is_whole()
    {
        using (var journal = Journal.Open(Path, new()))
        {
            journal.Add("whole", [Result("a.cs")]);
            journal.Add("torn", [Result("b.cs")]);
        }
        byte[] bytes = File.ReadAllBytes(Path);
        for (int cut = 1; cut < 40; cut++)
        {
            File.WriteAllBytes(Path, bytes[..^cut]);
            using (var journal = Journal.Open(Path, new()))
            {
                Assert.Equal(1, journal.Count);
                Assert.Null(journal.Find("torn"));
                journal.Add("later", [Result("c.cs")]);
            }
            using var again = Journal.Open(Path, new());
            Assert.Equal(2, again.Count);
        }
    }

    [Fact]
    public void A_file_torn_in_its_first_line_starts_anew()
    {
        using (Journal.Open(Path, new()))
        {
        }
        File.WriteAllBytes(Path, File.ReadAllBytes(Path)[..20]);

        using var journal = Journal.Open(Path, new());

        Assert.Equal(0, journal.Count);
    }

    [Theory]
    [InlineData("time")]
    [InlineData("secret")]
    [InlineData("tries")]
    public void A_journal_of_other_options_is_refused_and_kept(string difference)
    {
        using (var journal = Journal.Open(Path, new()))
            journal.Add("key", [Result("a.cs")]);
        byte[] before = File.ReadAllBytes(Path);
        var other = difference switch
        {
            "time" => new GradingOptions { Limits = new() { Time = TimeSpan.FromSeconds(99) } },
            "secret" => new GradingOptions { SecretMark = "other" },
            _ => new GradingOptions { Tries = 2 },
        };

        Assert.Contains("journal of another run", Assert.Throws<UnusableInputException>(() => Journal.Open(Path, other)).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Theory]
    [InlineData("my notes\n")]
    [InlineData("my notes")]
    [InlineData("{\"schema\": \"something else\"}\n{}\n")]
    public void A_file_that_is_no_journal_is_refused_and_kept(string text)
    {
        _folder.Write("journal", text);

        Assert.Throws<UnusableInputException>(() => Journal.Open(Path, new()));
        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void A_submission_that_changed_has_another_key()
    {
        string file = _folder.Write("a.cs", "1");
        string before = Journal.KeyOf(new(file, file));
        _folder.Write("a.cs", "2");

        Assert.NotEqual(before, Journal.KeyOf(new(file, file)));
    }

    private static Graded Result(string file) => new(GradeReport.NotGradable(file, "reason é", TimeSpan.Zero));
}
