using System.Text.Json;
using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Writes messages as lines of JSON and reads them back: the form Jupyter Server speaks over its web socket.</summary>
/// <remarks><c>{"channel":"shell","header":{…},"parent_header":{…},"metadata":{},"content":{…},"buffers":[]}</c>, UTF-8, ended by a line feed; all but ASCII is escaped, so that no reader sees another line break.</remarks>
internal static class LineFormat
{
    /// <summary>Writes a message, line feed included.</summary>
    public static byte[] Write(string channel, JupyterMessage message)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("channel", channel);
            Part("header", message.Header);
            Part("parent_header", message.Parent);
            Part("metadata", []);
            Part("content", message.Content);
            writer.WriteStartArray("buffers");
            writer.WriteEndArray();
            writer.WriteEndObject();

            void Part(string name, JsonObject part)
            {
                writer.WritePropertyName(name);
                part.WriteTo(writer);
            }
        }
        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    /// <summary>Reads a message, or says why it cannot be understood.</summary>
    /// <param name="line">the line, without its end</param>
    /// <param name="channel">channel it names; "shell" where it names none</param>
    /// <param name="message">the message</param>
    /// <param name="problem">what is wrong, or empty</param>
    public static bool TryRead(ReadOnlySpan<byte> line, out string channel, out JupyterMessage message, out string problem)
    {
        (channel, message) = ("shell", null!);
        try
        {
            var json = Object(JsonNode.Parse(line, documentOptions: WireFormat.Strict), "the line");
            channel = (string?)json["channel"] ?? channel;
            message = new([], Part("header"), Part("parent_header"), Part("content"));
            problem = channel != "hb" ? message.Unusable : "";

            JsonObject Part(string name) => json[name] is { } part ? Object(part.DeepClone(), name) : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            problem = $"a line that is not what the protocol says: {e.Message}";
        }
        return problem.Length == 0;
    }

    private static JsonObject Object(JsonNode? node, string name) => node as JsonObject ?? throw new FormatException($"{name} is not an object");
}
