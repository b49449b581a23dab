namespace DropoutLessons.Kernel.Tests.Display;

/// <summary>Checks how values look below a cell.</summary>
public sealed class ObjectDisplayTests : IDisposable
{
    private readonly CSharpSession _session = new();
    private readonly RecordingSink _sink = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("42", "42")]
    [InlineData("1.5f", "1.5")]
    [InlineData("\"text\"", "text")]
    [InlineData("'c'", "c")]
    [InlineData("new DateTime(2026, 11, 24, 9, 5, 0)", "2026-11-24 09:05:00")]
    [InlineData("new DateOnly(2026, 11, 24)", "2026-11-24")]
    [InlineData("TimeSpan.FromSeconds(90)", "00:01:30")]
    [InlineData("new[] { 1, 2, 3 }", "[ 1, 2, 3 ]")]
    [InlineData("new[] { \"a\", null }", "[ \"a\", null ]")]
    [InlineData("new int[0]", "[]")]
    [InlineData("new[] { new[] { 1 }, new[] { 2, 3 } }", "[ [ 1 ], [ 2, 3 ] ]")]
    [InlineData("Enumerable.Range(0, 30).ToArray()", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … (10 more) ]")]
    [InlineData("(1, \"b\")", "(1, \"b\")")]
    [InlineData("typeof(Dictionary<string, List<int[]>>)", "Dictionary<string, List<int[]>>")]
    [InlineData("new { A = 1, B = \"x\" }", "anonymous\n    A: 1\n    B: x")]
    [InlineData("record Point(int X, int Y); new Point(1, 2)", "Point\n    X: 1\n    Y: 2")]
    [InlineData("class Own { public override string ToString() => \"mine\"; } new Own()", "mine")]
    [InlineData("new Dictionary<string, int> { [\"one\"] = 1 }", "key  value\none      1")]
    [InlineData("new[,] { { 1, 2 }, { 3, 4 } }", "   0  1\n0  1  2\n1  3  4\n(int, 2 × 2)")]
    [InlineData("new[] { new { N = 1, S = \"a\" }, new { N = 2, S = \"b\" } }", "   N  S\n0  1  a\n1  2  b")]
    public async Task A_value_reads_as_people_write_it(string code, string text) => Assert.Equal(text, (await PlainAsync(code)).Text);

    [Theory]
    [InlineData("42")]
    [InlineData("new[] { 1, 2, 3 }")]
    [InlineData("DateTime.UnixEpoch")]
    public async Task What_is_one_line_needs_no_html(string code) => Assert.Null((await PlainAsync(code)).Html);

    [Theory]
    [InlineData("(new { N = 1 }, 2)")]
    [InlineData("new object[] { new { N = 1 }, new object[] { new { M = 2 } } }")]
    public async Task Objects_in_a_list_or_a_tuple_are_shown_item_by_item(string code) =>
        Assert.StartsWith("<ol start=\"0\"><li><table>", (await PlainAsync(code)).Html, StringComparison.Ordinal);

    [Fact]
    public async Task Tables_and_objects_are_html_too_and_what_they_hold_is_escaped()
    {
        string? html = (await PlainAsync("new[] { new { Tag = \"<b>&\" } }")).Html;

        Assert.Contains("<td>&lt;b&gt;&amp;</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lazy_sequence_runs_once()
    {
        await PlainAsync("int runs = 0; IEnumerable<int> Lazy() { runs++; yield return 1; yield return 2; } Lazy()");

        Assert.Equal("1", (await PlainAsync("runs")).Text);
    }

    [Fact]
    public async Task An_endless_sequence_and_a_deep_object_are_bounded()
    {
        Assert.EndsWith("… (more) ]", (await PlainAsync("IEnumerable<int> Forever() { while (true) yield return 7; } Forever()")).Text, StringComparison.Ordinal);
        Assert.InRange((await PlainAsync("class Node { public Node Next { get; set; } } var node = new Node(); node.Next = node; node")).Text.Length, 1, 500);
        Assert.InRange((await PlainAsync("new string('x', 5_000_000)")).Text.Length, 10_000, 10_100);
    }

    [Fact]
    public async Task A_registered_formatter_wins_also_inside_other_objects()
    {
        await PlainAsync("record Marked(int N); Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Marked>(m => $\"<mark>{m.N}</mark>\", \"text/html\");");

        Assert.Equal("<mark>3</mark>", (await PlainAsync("new Marked(3)")).Html);
        Assert.Contains("<mark>4</mark>", (await PlainAsync("new[] { new { M = new Marked(4) } }")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_content_is_shown_as_html() => Assert.Equal("<i>x</i>", (await PlainAsync("HTML(\"<i>x</i>\")")).Html);

    [Theory]
    [InlineData("display(1);", "1")]
    [InlineData("display(null);", "null")]
    [InlineData("\"x\".Display();", "x")]
    [InlineData("var shown = display(1); shown.Update(2);", "1\n2")]
    [InlineData("display(1); clear_output(); display(2);", "2")]
    public async Task Display_shows_at_once_and_again_when_updated(string code, string shown)
    {
        await _session.ExecuteAsync(code, _sink, TestContext.Current.CancellationToken);

        Assert.Equal(shown, _sink.Shown);
    }

    [Fact]
    public async Task A_flood_is_cut_with_a_note_of_how_much_is_missing()
    {
        await _session.ExecuteAsync("for (int i = 0; i < 30; i++) Console.Write(new string('x', 100_000));", _sink, TestContext.Current.CancellationToken);

        Assert.EndsWith("[2,000,000 more characters are left out: a cell shows the first 1,000,000.]\n", _sink.Text, StringComparison.Ordinal);
    }

    private async Task<(string Text, string? Html)> PlainAsync(string code)
    {
        var result = await _session.ExecuteAsync(code, _sink, TestContext.Current.CancellationToken);
        Assert.Null(result.Error?.Message);
        return ((string?)result.Shown?.Data["text/plain"] ?? "", result.Shown?.Data.TryGetValue("text/html", out var html) == true ? (string?)html : null);
    }
}
