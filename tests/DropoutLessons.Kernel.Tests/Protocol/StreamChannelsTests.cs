using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Tests.Protocol;

/// <summary>Checks that the kernel says over two streams what it says over its sockets.</summary>
public sealed class StreamChannelsTests : IAsyncLifetime
{
    private readonly LineClient _client = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void A_cell_asks_and_gives_its_value_each_message_on_its_channel()
    {
        string id = _client.Execute("Console.Write(\"Name? \"); var name = Console.ReadLine(); $\"Hello\\u2028{name}\"");
        _client.WaitFor(id, "stream");
        Assert.Equal(("stdin", "input_request"), Read());
        _client.Send("input_reply", new() { ["value"] = "Grace" }, "stdin");

        Assert.Equal("Hello\u2028Grace", (string?)_client.WaitFor(id, "execute_result")["data"]!["text/plain"]);
        Assert.Equal(("shell", "execute_reply"), Read());
        Assert.Equal(("iopub", "status"), Read());
    }

    [Fact]
    public void An_interrupt_on_the_control_channel_ends_the_cell()
    {
        string id = _client.Execute("while (true) { }");
        _client.WaitFor(id, "execute_input");
        _client.Send("interrupt_request", [], "control");

        Assert.Equal("Interrupted", (string?)_client.WaitFor(id, "execute_reply")["ename"]);
    }

    [Fact]
    public void Cells_sent_before_an_error_was_known_are_aborted()
    {
        string failing = _client.Execute("while (true) { }"), queued = _client.Execute("1");
        _client.WaitFor(failing, "execute_input");
        _client.Send("interrupt_request", [], "control");

        Assert.Equal("aborted", (string?)_client.WaitFor(queued, "execute_reply")["status"]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[1, 2]")]
    [InlineData("{\"channel\": \"shell\"}")]
    [InlineData("{\"channel\": 5, \"header\": {\"msg_type\": \"kernel_info_request\"}}")]
    [InlineData("{\"channel\": \"moon\", \"header\": {\"msg_type\": \"kernel_info_request\"}}")]
    [InlineData("{\"channel\": \"shell\", \"header\": {\"msg_type\": \"a\", \"msg_type\": \"b\"}}")]
    [InlineData("{\"channel\": \"shell\", \"header\": {\"msg_type\": \"execute_request\"}, \"content\": {\"code\": {}}}")]
    public void A_line_that_is_no_message_is_noted_and_the_next_is_answered(string line)
    {
        _client.SendLine(line);

        Assert.Equal("2", (string?)_client.WaitFor(_client.Execute("1 + 1"), "execute_result")["data"]!["text/plain"]);
        Assert.Contains("The kernel ", _client.Notes.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_megabytes_and_a_heartbeat_behind_it_are_answered()
    {
        string id = _client.Execute($"\"{new string('x', 3_000_000)}\".Length");
        _client.SendLine("{\"channel\": \"hb\", \"content\": {\"n\": 1}}");

        Assert.Equal("3000000", (string?)_client.WaitFor(id, "execute_result")["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_shutdown_is_answered_and_ends_the_kernel()
    {
        string id = _client.Send("shutdown_request", new() { ["restart"] = false }, "control");

        Assert.Equal("ok", (string?)_client.WaitFor(id, "shutdown_reply")["status"]);
        await _client.Kernel.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Questions_about_code_are_answered_while_a_cell_runs()
    {
        string cell = _client.Execute("while (true) { }");
        _client.WaitFor(cell, "execute_input");

        string[] matches = [.. _client.WaitFor(_client.Send("complete_request", new() { ["code"] = "Math.Sq", ["cursor_pos"] = 7 }), "complete_reply")["matches"]!.AsArray().Select(match => (string)match!)];

        Assert.Equal(["Sqrt"], matches);
        Assert.Equal("busy", (string?)_client.WaitFor(cell, "status")["execution_state"]);
        _client.Send("interrupt_request", [], "control");
    }

    [Fact]
    public void What_is_typed_next_knows_what_the_cell_sent_before_it_declares()
    {
        _client.Execute("var text = \"abc\";");

        Assert.Contains("Substring", _client.WaitFor(_client.Send("complete_request", new() { ["code"] = "text.Subs" }), "complete_reply")["matches"]!.AsArray().Select(match => (string?)match));
    }

    [Fact]
    public void Diagnostics_name_place_number_and_hint()
    {
        var reply = _client.WaitFor(_client.Send("diagnostics_request", new() { ["code"] = "var a = 1;\nprint(a + b)", ["cells_above"] = new JsonArray("int b = 2;") }), "diagnostics_reply");

        var error = Assert.Single(reply["diagnostics"]!.AsArray())!;
        Assert.Equal(("error", "CS0103", 1, 0, 5), ((string?)error["severity"], (string?)error["code"], (int)error["start"]!["line"]!, (int)error["start"]!["column"]!, (int)error["end"]!["column"]!));
        Assert.StartsWith("C# prints with Console.WriteLine", (string?)error["hint"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_about_code_that_makes_no_sense_is_answered_with_an_error()
    {
        Assert.Equal("error", (string?)_client.WaitFor(_client.Send("complete_request", new() { ["code"] = new JsonArray() }), "complete_reply")["status"]);
        Assert.Equal("complete", (string?)_client.WaitFor(_client.Send("is_complete_request", new() { ["code"] = "1" }), "is_complete_reply")["status"]);
    }

    private (string Channel, string Type) Read() => _client.Read() is var message ? (message.Channel, message.Type) : default;
}
