using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Is one message of the Jupyter protocol.</summary>
/// <param name="Identities">routing frames, echoed in replies</param>
/// <param name="Header">who, when and what</param>
/// <param name="Parent">header of the message this one answers; empty when there is none</param>
/// <param name="Content">what is said</param>
internal sealed record JupyterMessage(IReadOnlyList<byte[]> Identities, JsonObject Header, JsonObject Parent, JsonObject Content)
{
    /// <summary>Version of the protocol that is spoken.</summary>
    public const string ProtocolVersion = "5.4";

    /// <summary>Kind of the message, such as "execute_request".</summary>
    public string Type => (string?)Header["msg_type"] ?? "";

    /// <summary>Why nothing can be done with it, or empty. Read once where it arrives: answers repeat these words, and nobody must stumble over one that is no text.</summary>
    /// <exception cref="InvalidOperationException">The header holds something else than text where text belongs.</exception>
    public string Unusable => ((string?)Header["session"], (string?)Header["msg_id"], Type) is (_, _, "") ? "a message without a type" : "";

    /// <summary>Makes a message that answers <paramref name="parent"/>.</summary>
    public static JupyterMessage Answer(JupyterMessage parent, string type, JsonObject content) =>
        new(parent.Identities, NewHeader(type, (string?)parent.Header["session"]), parent.Header, content);

    /// <summary>Makes a message nobody asked for.</summary>
    public static JupyterMessage Unasked(string type, JsonObject content) => new([], NewHeader(type, session: null), [], content);

    private static JsonObject NewHeader(string type, string? session) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString(),
        ["session"] = session ?? Guid.NewGuid().ToString(),
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = ProtocolVersion,
    };
}
