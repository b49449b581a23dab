using System.Text;
using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Tests.Protocol;

/// <summary>Talks to a kernel over its sockets, as a front end does.</summary>
public sealed class KernelHostTests : IAsyncLifetime
{
    private WireClient _client = null!;

    public async ValueTask InitializeAsync() => _client = await Task.Run(() => new WireClient());

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void Kernel_info_names_the_language_in_the_words_front_ends_look_for()
    {
        var (type, info) = _client.Reply(_client.Send("kernel_info_request", []));

        Assert.Equal("kernel_info_reply", type);
        Assert.Equal(("ok", "5.4", "C#", ".cs"), ((string?)info["status"], (string?)info["protocol_version"], (string?)info["language_info"]!["name"], (string?)info["language_info"]!["file_extension"]));
    }

    [Fact]
    public void A_cell_publishes_input_streams_displays_and_its_value_between_busy_and_idle()
    {
        string id = _client.Execute("Console.Write(\"out\"); Console.Error.Write(\"err\"); display(\"shown\"); 6 * 7");

        var published = _client.Published(id);

        Assert.Equal(["status", "execute_input", "stream", "stream", "display_data", "execute_result", "status"], published.Select(message => message.Type));
        Assert.Equal(("stdout", "out", "err", "shown", "42"), (
            (string?)published[2].Content["name"], (string?)published[2].Content["text"], (string?)published[3].Content["text"],
            (string?)published[4].Content["data"]!["text/plain"], (string?)published[5].Content["data"]!["text/plain"]));
        Assert.Equal(("ok", 1), ((string?)_client.Reply(id).Content["status"], (int?)published[1].Content["execution_count"]));
    }

    [Fact]
    public void An_error_carries_the_learners_line_and_nothing_of_the_kernels()
    {
        string id = _client.Execute("int zero = 0;\nint Bad() =>\n    1 / zero;\nBad()");

        var error = _client.WaitFor(id, "error");
        string traceback = string.Join('\n', error["traceback"]!.AsArray().Select(line => (string?)line));

        Assert.Equal("DivideByZeroException", (string?)error["ename"]);
        Assert.Contains("cell 1, line 3", traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("DropoutLessons.Kernel", traceback, StringComparison.Ordinal);
        Assert.Equal("error", (string?)_client.Reply(id).Content["status"]);
    }

    [Fact]
    public void A_cell_that_does_not_compile_is_told_line_column_and_number()
    {
        var error = _client.WaitFor(_client.Execute("int a = 1;\nint b = c;"), "error");

        Assert.Equal("CompilationError", (string?)error["ename"]);
        Assert.StartsWith("(2,9): error CS0103", (string?)error["evalue"], StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_sent_before_an_error_was_known_are_aborted_and_later_ones_run()
    {
        // Still in the first cell when the others arrive: it ends by an interrupt, not by the clock.
        string failing = _client.Execute("while (true) { }");
        string[] queued = [_client.Execute("1"), _client.Execute("2")];
        _client.WaitFor(failing, "execute_input");
        _client.Reply(_client.Send("interrupt_request", [], onControl: true), onControl: true);

        Assert.Equal("error", (string?)_client.Reply(failing).Content["status"]);
        Assert.All(queued, id => Assert.Equal("aborted", (string?)_client.Reply(id).Content["status"]));
        Assert.Equal("ok", (string?)_client.Reply(_client.Execute("3")).Content["status"]);
    }

    [Fact]
    public void With_stop_on_error_off_what_is_queued_runs()
    {
        string failing = _client.Execute("while (true) { }", stopOnError: false), queued = _client.Execute("1");
        _client.WaitFor(failing, "execute_input");
        _client.Reply(_client.Send("interrupt_request", [], onControl: true), onControl: true);

        Assert.Equal("error", (string?)_client.Reply(failing).Content["status"]);
        Assert.Equal("ok", (string?)_client.Reply(queued).Content["status"]);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("int i = 0; again: i++; goto again;")]
    [InlineData("int Deep(int n) { while (n >= 0) n = (n + 1) % 7; return n; } Deep(0)")]
    [InlineData("System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite)")]
    public void An_interrupt_ends_a_cell_and_keeps_what_was_declared(string code)
    {
        _client.Reply(_client.Execute("int kept = 5;"));
        string id = _client.Execute(code);
        _client.WaitFor(id, "execute_input");
        _client.Reply(_client.Send("interrupt_request", [], onControl: true), onControl: true);

        Assert.Equal("Interrupted", (string?)_client.Reply(id).Content["ename"]);
        Assert.Equal("5", (string?)_client.WaitFor(_client.Execute("kept"), "execute_result")["data"]!["text/plain"]);
    }

    [Fact]
    public void A_silent_cell_publishes_nothing_and_counts_nothing()
    {
        string id = _client.Execute("Console.Write(1); 2", silent: true);

        Assert.All(_client.Published(id), message => Assert.Equal("status", message.Type));
        Assert.Equal(0, (int?)_client.Reply(id).Content["execution_count"]);
        Assert.Equal(0, (int?)_client.Reply(_client.Execute("1", storeHistory: false)).Content["execution_count"]);
        Assert.Equal(1, (int?)_client.Reply(_client.Execute("1")).Content["execution_count"]);
    }

    [Fact]
    public void User_expressions_are_evaluated_after_the_cell_each_with_its_own_status()
    {
        var reply = _client.Reply(_client.Execute("int n = 20;", expressions: new() { ["twice"] = "n * 2", ["bad"] = "n +" })).Content;

        Assert.Equal("40", (string?)reply["user_expressions"]!["twice"]!["data"]!["text/plain"]);
        Assert.Equal(("ok", "error"), ((string?)reply["status"], (string?)reply["user_expressions"]!["bad"]!["status"]));
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("for (int i = 0; i < 3; i++) {", "incomplete")]
    [InlineData("int 5 = x;", "invalid")]
    public void Is_complete_tells_whole_open_and_wrong_code_apart(string code, string status) =>
        Assert.Equal(status, (string?)_client.Reply(_client.Send("is_complete_request", new() { ["code"] = code })).Content["status"]);

    [Fact]
    public void A_displayed_value_is_updated_under_its_id()
    {
        string id = _client.Execute("var shown = display(1); shown.Update(2);");

        var first = _client.WaitFor(id, "display_data");
        var update = _client.WaitFor(id, "update_display_data");

        Assert.Equal((string?)first["transient"]!["display_id"], (string?)update["transient"]!["display_id"]);
        Assert.Equal("2", (string?)update["data"]!["text/plain"]);
    }

    [Fact]
    public void The_heart_beats_while_a_cell_runs()
    {
        string id = _client.Execute("while (true) { }");
        _client.WaitFor(id, "execute_input");

        Assert.Equal("ping"u8.ToArray(), _client.Beat("ping"u8.ToArray()));
        _client.Send("interrupt_request", [], onControl: true);
        _client.Reply(id);
    }

    [Fact]
    public void Messages_that_are_forged_torn_or_nonsense_are_ignored_and_the_next_is_answered()
    {
        _client.Send("execute_request", new() { ["code"] = "System.IO.File.Delete(\"x\")" }, key: Encoding.ASCII.GetBytes("another key"));
        _client.SendFrames([[]]);
        _client.SendFrames(["<IDS|MSG>"u8.ToArray()]);
        _client.SendFrames(["<IDS|MSG>"u8.ToArray(), "00"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{"u8.ToArray()], onControl: true);
        _client.Send("no_such_request", []);
        _client.Send("execute_request", new() { ["code"] = 5, ["silent"] = "perhaps" });
        _client.Send("is_complete_request", new() { ["code"] = new JsonArray() });

        Assert.Equal("ok", (string?)_client.Reply(_client.Execute("1")).Content["status"]);
    }

    [Fact]
    public async Task A_shutdown_request_is_answered_and_ends_the_kernel()
    {
        var reply = _client.Reply(_client.Send("shutdown_request", new() { ["restart"] = true }, onControl: true), onControl: true);

        Assert.Equal(("shutdown_reply", true), (reply.Type, (bool?)reply.Content["restart"]));
        await _client.Kernel.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }
}
