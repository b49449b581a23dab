using System.Text;

namespace DropoutLessons.Kernel.Tests.Execution;

/// <summary>Runs every cell of the corpus guarded and as it is written: both must behave alike, and as the corpus says.</summary>
/// <param name="sessions">the two sessions all cells run in</param>
public sealed class CellCorpusTests(CorpusSessions sessions) : IClassFixture<CorpusSessions>
{
    private const string Corpus = "tests/DropoutLessons.Kernel.Tests/Execution/cell-corpus.txt";

    public static TheoryData<string> Names => [.. CorpusCell.Load(Corpus).Select(cell => cell.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_guarded_cell_behaves_as_the_plain_one_and_as_expected(string name)
    {
        var cell = CorpusCell.Load(Corpus).Single(cell => cell.Name == name);

        string plain = await CorpusSessions.RunAsync(sessions.Plain, cell.Code), guarded = await CorpusSessions.RunAsync(sessions.Guarded, cell.Code);

        Assert.Equal(plain, guarded);
        Assert.Equal(cell.Expected, guarded);
    }

    [Fact]
    public async Task Every_cell_that_compiles_and_has_a_loop_or_a_body_could_be_guarded()
    {
        using var session = new CSharpSession();
        var bare = new List<string>();
        foreach (var cell in CorpusCell.Load(Corpus).Where(cell => !cell.Name.StartsWith("NOT", StringComparison.Ordinal) && (cell.Code.Contains("for", StringComparison.Ordinal) || cell.Code.Contains("while", StringComparison.Ordinal) || cell.Code.Contains("=>", StringComparison.Ordinal))))
        {
            await session.ExecuteAsync(cell.Code, NullSink.Instance, TestContext.Current.CancellationToken);
            if (!session.IsLatestGuarded)
                bare.Add(cell.Name);
        }

        Assert.Empty(bare);
    }

    [Fact]
    public void The_corpus_is_large_and_names_each_cell_once()
    {
        var cells = CorpusCell.Load(Corpus);

        Assert.True(cells.Count >= 150, $"{cells.Count} cells");
        Assert.Equal(cells.Count, cells.Select(cell => cell.Name).Distinct().Count());
        Assert.True(cells.Count(cell => cell.Name.StartsWith("NOT", StringComparison.Ordinal)) >= 30);
    }
}

/// <summary>Is one cell of the corpus.</summary>
/// <param name="Name">what it shows; begins with NOT where it must not compile</param>
/// <param name="Code">the cell</param>
/// <param name="Expected">what it prints, shows or fails with</param>
public sealed record CorpusCell(string Name, string Code, string Expected)
{
    private const string Head = "### ";
    private const string Arrow = "==> ";

    /// <summary>Reads the corpus: a head, the code, and lines after an arrow, for each cell.</summary>
    public static IReadOnlyList<CorpusCell> Load(string file) =>
        [.. ("\n" + File.ReadAllText(TestFiles.At(file.Split('/')))).Split("\n" + Head, StringSplitOptions.RemoveEmptyEntries).Select(text =>
        {
            string[] lines = text.TrimEnd('\n').Split('\n');
            return new CorpusCell(lines[0], string.Join('\n', lines[1..].Where(line => !line.StartsWith(Arrow, StringComparison.Ordinal))), string.Join('\n', lines[1..].Where(line => line.StartsWith(Arrow, StringComparison.Ordinal)).Select(line => line[Arrow.Length..])));
        })];
}

/// <summary>Holds a session that guards its cells and one that does not.</summary>
public sealed class CorpusSessions : IDisposable
{
    public CSharpSession Guarded { get; } = new();

    public CSharpSession Plain { get; } = new(new() { IsGuarded = false });

    /// <summary>Runs a cell and writes down all that can be seen of it.</summary>
    public static async Task<string> RunAsync(CSharpSession session, string code)
    {
        var sink = new RecordingSink();
        var result = await session.ExecuteAsync(code, sink, TestContext.Current.CancellationToken);
        var seen = new StringBuilder();
        foreach (string line in sink.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            seen.Append("prints ").Append(line).Append('\n');
        if (result.Shown is { } shown)
            seen.Append("shows ").Append((string)shown.Data["text/plain"]!).Append('\n');
        foreach (string line in result.Error?.Traceback ?? [])
            seen.Append(CellNumber.Replace(line.TrimEnd(), "cell N")).Append('\n');
        return seen.ToString().TrimEnd().ReplaceLineEndings("\n");
    }

    public void Dispose()
    {
        Guarded.Dispose();
        Plain.Dispose();
    }

    private static System.Text.RegularExpressions.Regex CellNumber { get; } = new(@"\bcell \d+");
}
