namespace DropoutLessons.Kernel.Tests.Protocol;

/// <summary>Checks that a cell can ask, and that the answer reaches it.</summary>
public sealed class StdinTests : IAsyncLifetime
{
    private WireClient _client = null!;

    public async ValueTask InitializeAsync() => _client = await Task.Run(() => new WireClient());

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("Console.ReadLine()", "", false)]
    [InlineData("input(\"Name? \")", "Name? ", false)]
    [InlineData("password(\"Secret? \")", "Secret? ", true)]
    public void A_cell_gets_the_line_that_was_typed(string code, string prompt, bool isPassword)
    {
        string id = _client.Execute(code, allowStdin: true);

        var question = _client.Answer("Grace");

        Assert.Equal((prompt, isPassword), ((string?)question["prompt"], (bool?)question["password"]));
        Assert.Equal("Grace", (string?)_client.WaitFor(id, "execute_result")["data"]!["text/plain"]);
    }

    [Fact]
    public void Reading_character_by_character_asks_for_a_line_at_a_time()
    {
        string id = _client.Execute("$\"{(char)Console.Read()}{(char)Console.Read()}{Console.ReadLine()}\"", allowStdin: true);
        _client.Answer("abc");

        Assert.Equal("abc", (string?)_client.WaitFor(id, "execute_result")["data"]!["text/plain"]);
    }

    [Fact]
    public void Without_allow_stdin_a_cell_that_asks_fails_and_says_why()
    {
        var error = _client.WaitFor(_client.Execute("Console.ReadLine()"), "error");

        Assert.StartsWith("This front end takes no input", (string?)error["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_printed_comes_before_the_question()
    {
        string id = _client.Execute("Console.Write(\"How old?\"); var age = Console.ReadLine();", allowStdin: true);

        Assert.Equal("How old?", (string?)_client.WaitFor(id, "stream")["text"]);
        _client.Answer("7");
        Assert.Equal("ok", (string?)_client.Reply(id).Content["status"]);
    }

    [Fact]
    public void An_interrupt_ends_the_wait_and_the_next_question_is_answered()
    {
        string waiting = _client.Execute("Console.ReadLine()", allowStdin: true);
        _client.Question();
        _client.Send("interrupt_request", [], onControl: true);
        Assert.Equal("Interrupted", (string?)_client.Reply(waiting).Content["ename"]);

        string id = _client.Execute("Console.ReadLine()", allowStdin: true);
        _client.Answer("second");

        Assert.Equal("second", (string?)_client.WaitFor(id, "execute_result")["data"]!["text/plain"]);
    }
}
