using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Tests.Protocol;

/// <summary>Checks output that comes after its cell, two front ends on one kernel, and a kernel started anew.</summary>
public sealed class LateAndManyTests : IAsyncLifetime
{
    private WireClient _client = null!;

    public async ValueTask InitializeAsync() => _client = await Task.Run(() => new WireClient());

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void What_a_cells_thread_prints_after_its_end_belongs_to_that_cell()
    {
        string early = _client.Execute("var gate = new System.Threading.ManualResetEventSlim(); new System.Threading.Thread(() => { gate.Wait(); Console.Write(\"late\"); }).Start();");
        _client.Published(early);
        _client.Execute("gate.Set();");

        Assert.Equal("late", (string?)_client.WaitFor(early, "stream")["text"]);
    }

    [Fact]
    public async Task Two_front_ends_share_variables_and_both_see_what_is_published()
    {
        await using var second = await Task.Run(_client.Another);
        _client.Reply(_client.Execute("int shared = 20;"));

        string id = second.Execute("shared + 1", allowStdin: true);

        Assert.Equal("21", (string?)_client.WaitFor(id, "execute_result")["data"]!["text/plain"]);
        Assert.Equal("21", (string?)second.WaitFor(id, "execute_result")["data"]!["text/plain"]);
        Assert.Equal(2, (int?)second.Reply(id).Content["execution_count"]);
    }

    [Fact]
    public async Task Each_front_end_is_asked_for_the_input_of_its_own_cells()
    {
        await using var second = await Task.Run(_client.Another);
        string theirs = second.Execute("input(\"second? \")", allowStdin: true);
        Assert.Equal("second? ", (string?)second.Answer("two")["prompt"]);
        Assert.Equal("two", (string?)second.WaitFor(theirs, "execute_result")["data"]!["text/plain"]);

        string ours = _client.Execute("input(\"first? \")", allowStdin: true);
        Assert.Equal("first? ", (string?)_client.Answer("one")["prompt"]);
        Assert.Equal("one", (string?)_client.WaitFor(ours, "execute_result")["data"]!["text/plain"]);
    }

    [Fact]
    public void A_comm_nobody_serves_is_closed_and_messages_to_it_harm_nothing()
    {
        string id = _client.Send("comm_open", new() { ["comm_id"] = "c", ["target_name"] = "widget", ["data"] = new JsonObject() });

        Assert.Equal("c", (string?)_client.WaitFor(id, "comm_close")["comm_id"]);
        _client.Send("comm_msg", new() { ["comm_id"] = "c", ["data"] = new JsonObject() });
        _client.Send("comm_close", new() { ["comm_id"] = "c", ["data"] = new JsonObject() });
        Assert.Empty(_client.Reply(_client.Send("comm_info_request", [])).Content["comms"]!.AsObject());
        Assert.DoesNotContain("comm", _client.Notes.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_debugger_is_declined_in_its_own_words()
    {
        var reply = _client.Reply(_client.Send("debug_request", new() { ["type"] = "request", ["command"] = "initialize", ["seq"] = 3 }, onControl: true), onControl: true);

        Assert.Equal(("debug_reply", false, "initialize", 3), (reply.Type, (bool?)reply.Content["success"], (string?)reply.Content["command"], (int?)reply.Content["request_seq"]));
    }

    [Fact]
    public void History_tells_the_last_cells_a_range_and_what_fits_a_pattern()
    {
        foreach (string code in new[] { "int a = 1;", "int b = 2;", "a + b" })
            _client.Reply(_client.Execute(code));

        string[] Ask(JsonObject content) => [.. _client.Reply(_client.Send("history_request", content)).Content["history"]!.AsArray().Select(cell => (string)cell![2]!)];
        Assert.Equal(["int b = 2;", "a + b"], Ask(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal(["int a = 1;"], Ask(new() { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = 1, ["stop"] = 2 }));
        Assert.Equal(["int a = 1;", "int b = 2;"], Ask(new() { ["hist_access_type"] = "search", ["pattern"] = "int*" }));
    }
}
