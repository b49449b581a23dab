using System.Text;
using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Tests.Protocol;

/// <summary>Sends what no front end would send, and sees the kernel answer afterwards.</summary>
public sealed class FuzzTests : IAsyncLifetime
{
    private const int Messages = 10_000;

    private static readonly string[] s_types =
    [
        "kernel_info_request", "is_complete_request", "comm_info_request", "comm_open", "comm_msg", "comm_close", "history_request", "complete_request", "inspect_request",
        "interrupt_request", "input_reply", "debug_request", "no_such_request", "", "execute_reply",
    ];

    private static readonly string[] s_fields = ["code", "cursor_pos", "n", "hist_access_type", "pattern", "start", "stop", "session", "output", "unique", "comm_id", "restart", "detail_level", "value"];

    private WireClient _client = null!;

    public async ValueTask InitializeAsync() => _client = await Task.Run(() => new WireClient());

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void After_ten_thousand_broken_messages_the_kernel_answers()
    {
        // A fixed seed: a message that does harm is found again.
        var random = new System.Random(20261124);
        for (int i = 0; i < Messages; i++)
        {
            bool onControl = random.Next(4) == 0;
            switch (random.Next(6))
            {
                case 0:
                    _client.SendFrames(Frames(random), onControl);
                    break;
                case 1:
                    _client.Send(Pick(random, s_types), Content(random), onControl, key: Bytes(random, 16));
                    break;
                case 2:
                    _client.SendSigned([.. Enumerable.Range(0, 4).Select(_ => Bytes(random, random.Next(40)))], onControl);
                    break;
                case 3:
                    _client.SendSigned(Reordered(random), onControl);
                    break;
                default:
                    _client.Send(Pick(random, s_types), Content(random), onControl);
                    break;
            }
        }

        Assert.Equal("2", (string?)_client.WaitFor(_client.Execute("1 + 1"), "execute_result")["data"]!["text/plain"]);
        Assert.Equal("kernel_info_reply", _client.Reply(_client.Send("kernel_info_request", [], onControl: true), onControl: true).Type);
        string[] notes = _client.Notes.ToString().Split('\n');
        Assert.All(["a wrong signature", "lacks its delimiter or parts", "are not what the protocol says", "does not know the request", "could not answer"], problem =>
            Assert.Contains(notes, note => note.Contains(problem, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_message_of_many_megabytes_is_answered()
    {
        string id = _client.Execute($"\"{new string('x', 20_000_000)}\".Length");

        Assert.Equal("20000000", (string?)_client.WaitFor(id, "execute_result")["data"]!["text/plain"]);
    }

    private static byte[][] Frames(System.Random random) => [.. Enumerable.Range(0, random.Next(1, 9)).Select(i => random.Next(4) == 0 ? "<IDS|MSG>"u8.ToArray() : Bytes(random, random.Next(i == 0 ? 1 : 0, 30)))];

    // Every part is JSON and signed, but not where it belongs, or of another kind.
    private static byte[][] Reordered(System.Random random)
    {
        JsonNode?[] parts = [new JsonObject { ["msg_type"] = Value(random), ["msg_id"] = Value(random), ["session"] = Value(random) }, new JsonArray(1), new JsonObject(), Content(random)];
        random.Shuffle(parts);
        return [.. parts.Select(part => Encoding.UTF8.GetBytes(part!.ToJsonString()))];
    }

    private static JsonObject Content(System.Random random)
    {
        var content = new JsonObject();
        for (int i = random.Next(5); i > 0; i--)
            content[Pick(random, s_fields)] = Value(random);
        return content;
    }

    private static JsonNode? Value(System.Random random) => random.Next(9) switch
    {
        0 => null,
        1 => random.Next(),
        2 => -random.Next(),
        3 => long.MaxValue,
        4 => random.NextDouble() * 1e300,
        5 => random.Next(2) == 0,
        6 => new JsonArray(1, "two", null),
        7 => new JsonObject { ["a"] = new JsonObject { ["b"] = 1 } },
        _ => Encoding.Latin1.GetString(Bytes(random, random.Next(20))),
    };

    private static string Pick(System.Random random, string[] values) => values[random.Next(values.Length)];

    private static byte[] Bytes(System.Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
