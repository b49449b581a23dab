namespace DropoutLessons.Kernel.Tests.Execution;

/// <summary>Checks that cells run as C# does, and that guarding them changes nothing but that they can be stopped.</summary>
public sealed class CSharpSessionTests : IDisposable
{
    private readonly CSharpSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("int Twice(int n) => n * 2; Twice(21)", 42)]
    [InlineData("int Sum(int n) { int s = 0; for (int i = 1; i <= n; i++) s += i; return s; } Sum(8)", 36)]
    [InlineData("class Box { public int Value => 5; public int Area { get { return 6; } } } new Box().Value * new Box().Area", 30)]
    [InlineData("int n = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) n += a * b; n", 14)]
    [InlineData("int n = 0; do n++; while (n < 7); n", 7)]
    [InlineData("System.Func<int, int> f = x => { return x + 1; }; f(1)", 2)]
    [InlineData("await System.Threading.Tasks.Task.FromResult(9)", 9)]
    [InlineData("async System.Threading.Tasks.Task<int> Later() => await System.Threading.Tasks.Task.FromResult(4); await Later()", 4)]
    [InlineData("async System.Threading.Tasks.Task Nothing() => await System.Threading.Tasks.Task.CompletedTask; await Nothing(); 3", 3)]
    [InlineData("int n = 3; ref int Same(ref int m) => ref m; Same(ref n) = 8; n", 8)]
    [InlineData("record Point(int X, int Y) { public int Sum => X + Y; } new Point(2, 3).Sum", 5)]
    [InlineData("System.Collections.Generic.IEnumerable<int> Three() { yield return 1; yield return 2; } Three().Sum()", 3)]
    [InlineData("int i = 0; top: i++; if (i < 4) goto top; i", 4)]
    public async Task A_cell_gives_the_value_of_its_last_expression(string code, int value)
    {
        var result = await _session.ExecuteAsync(code, NullSink.Instance, TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded, result.Error?.Message);
        Assert.Equal(value, result.ReturnValue);
    }

    [Theory]
    [InlineData("int Deep(int n) => Deep(n + 1) + 1; Deep(0)")]
    [InlineData("int Ping(int n) { return Pong(n); } int Pong(int n) { return Ping(n); } Ping(0)")]
    [InlineData("class Endless { public int Value => Value + 1; } new Endless().Value")]
    public async Task Runaway_recursion_is_an_exception_and_the_session_lives(string code)
    {
        var result = await _session.ExecuteAsync(code, NullSink.Instance, TestContext.Current.CancellationToken);

        Assert.Equal(nameof(InsufficientExecutionStackException), result.Error?.Name);
        Assert.Equal(2, (await _session.ExecuteAsync("1 + 1", NullSink.Instance, TestContext.Current.CancellationToken)).ReturnValue);
    }

    [Fact]
    public async Task What_a_cell_declares_is_there_in_the_next_also_when_the_cell_failed_later()
    {
        await _session.ExecuteAsync("int a = 3;\nthrow new System.Exception(\"later\");", NullSink.Instance, TestContext.Current.CancellationToken);

        Assert.Equal(3, (await _session.ExecuteAsync("a", NullSink.Instance, TestContext.Current.CancellationToken)).ReturnValue);
    }

    [Fact]
    public async Task Two_sessions_do_not_share_variables_or_output()
    {
        using var other = new CSharpSession();
        var (mine, theirs) = (new Collected(), new Collected());
        await Task.WhenAll(
            _session.ExecuteAsync("int a = 1; System.Console.Write(\"mine\");", mine, TestContext.Current.CancellationToken),
            other.ExecuteAsync("System.Console.Write(\"theirs\");", theirs, TestContext.Current.CancellationToken));

        Assert.Equal(("mine", "theirs"), (mine.Text, theirs.Text));
        Assert.False((await other.ExecuteAsync("a", NullSink.Instance, TestContext.Current.CancellationToken)).Succeeded);
    }

    [Fact]
    public async Task A_reference_that_is_not_there_is_an_error_with_its_name()
    {
        var result = await _session.ExecuteAsync("#r \"no/such/library.dll\"", NullSink.Instance, TestContext.Current.CancellationToken);

        Assert.Contains("no/such/library.dll", result.Error?.Message, StringComparison.Ordinal);
    }

    private sealed class Collected : IOutputSink
    {
        public string Text { get; private set; } = "";

        public void Write(string stream, string text) => Text += text;

        public void Display(MimeBundle bundle, string? displayId) => Text += "?";

        public void UpdateDisplay(MimeBundle bundle, string displayId) => Text += "?";

        public void ClearOutput(bool wait) => Text = "";
    }
}
