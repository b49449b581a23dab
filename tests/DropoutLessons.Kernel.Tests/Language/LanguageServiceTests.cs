namespace DropoutLessons.Kernel.Tests.Language;

/// <summary>Checks what is offered and explained while code is typed.</summary>
public sealed class LanguageServiceTests : IDisposable
{
    private readonly CSharpSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("new[] { 1 }.Sel|", "Select")]
    [InlineData("var text = \"😀\"; text.Leng|", "Length")]
    [InlineData("earlier.|", "Add")]
    [InlineData("Half|", "HalfOf")]
    [InlineData("new Pet().Na|", "Name")]
    [InlineData("displ|", "display")]
    public async Task Completion_knows_the_framework_earlier_cells_and_the_cell_itself(string code, string expected)
    {
        await DeclareAsync("var earlier = new List<int>();", "double HalfOf(double x) => x / 2;", "class Pet { public string Name { get; set; } = \"\"; }");

        var completion = await CompleteAsync(code);

        Assert.Contains(expected, completion.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public async Task Completion_replaces_the_part_of_the_name_that_is_there()
    {
        var completion = await CompleteAsync("int n = Math.Ma|x(1, 2);");

        Assert.Equal((13, 16), (completion.Start, completion.End));
        Assert.Equal("Max", completion.Entries[0].Text);
    }

    [Fact]
    public async Task Nothing_is_offered_that_would_need_another_using()
    {
        var completion = await CompleteAsync("var s = new |");

        Assert.DoesNotContain("StringReader", completion.Entries.Select(entry => entry.Text));
        Assert.Contains("StringBuilder", completion.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public async Task A_variable_declared_anew_is_completed_by_its_latest_type()
    {
        await DeclareAsync("var x = 1;", "var x = \"text\";");

        Assert.Contains("Substring", (await CompleteAsync("x.|")).Entries.Select(entry => entry.Text));
    }

    [Fact]
    public async Task An_anonymous_object_of_an_earlier_cell_is_completed()
    {
        await DeclareAsync("var pair = new { Left = 1, Right = 2 };");

        Assert.Contains("Right", (await CompleteAsync("pair.|")).Entries.Select(entry => entry.Text));
    }

    [Theory]
    [InlineData("Math.Ma|x", "Math.Max")]
    [InlineData("Math.Max(|", "byte val1")]
    [InlineData("Math.Max(1, |)", "byte val1")]
    [InlineData("new System.Uri(|", "Uri(string uriString)")]
    [InlineData("twi|ce(2)", "twice")]
    public async Task Inspection_tells_declaration_and_signatures(string code, string expected)
    {
        await DeclareAsync("int twice(int n) => 2 * n;");

        string? text = await _session.InspectAsync(Typed(code), TestContext.Current.CancellationToken);

        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspection_brings_the_documentation_of_the_framework()
    {
        string? text = await _session.InspectAsync(new("Math.Sqrt", 6), TestContext.Current.CancellationToken);

        Assert.Contains("square root", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_stands_nothing_is_explained() =>
        Assert.Null(await _session.InspectAsync(new("   ", 1), TestContext.Current.CancellationToken));

    private Task<CompletionResult> CompleteAsync(string code) => _session.CompleteAsync(Typed(code), TestContext.Current.CancellationToken);

    private static TypedCode Typed(string code) => new(code.Replace("|", "", StringComparison.Ordinal), code.IndexOf('|', StringComparison.Ordinal));

    private async Task DeclareAsync(params string[] cells)
    {
        foreach (string cell in cells)
            Assert.True((await _session.ExecuteAsync(cell, NullSink.Instance, TestContext.Current.CancellationToken)).Succeeded);
    }
}
