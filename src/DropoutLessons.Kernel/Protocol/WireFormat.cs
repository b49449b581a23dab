using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetMQ;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Writes messages as frames and reads them back, and signs and verifies each of them.</summary>
/// <remarks>Frames: identities, the delimiter, signature, header, parent header, metadata, content, buffers.</remarks>
/// <param name="key">secret of the connection file; an empty one turns signing off, as the protocol says</param>
internal sealed class WireFormat(string key)
{
    private const int PartsAfterSignature = 4;
    private static readonly byte[] s_delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Says no to a property that is there twice, which would otherwise be found out at its first use.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false };

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>Writes a message as frames.</summary>
    public NetMQMessage Write(JupyterMessage message)
    {
        byte[][] parts = [Bytes(message.Header), Bytes(message.Parent), "{}"u8.ToArray(), Bytes(message.Content)];
        return new([.. message.Identities, s_delimiter, Encoding.ASCII.GetBytes(Sign(parts)), .. parts]);
    }

    /// <summary>Reads a message, or says why it cannot be trusted or understood.</summary>
    public bool TryRead(NetMQMessage frames, out JupyterMessage message, out string problem)
    {
        message = null!;
        byte[][] all = [.. frames.Select(frame => frame.ToByteArray())];
        int delimiter = Array.FindIndex(all, frame => frame.AsSpan().SequenceEqual(s_delimiter));
        if (delimiter < 0 || all.Length < delimiter + 2 + PartsAfterSignature)
        {
            problem = $"a message of {all.Length} frames lacks its delimiter or parts";
            return false;
        }
        byte[][] parts = all[(delimiter + 2)..(delimiter + 2 + PartsAfterSignature)];
        if (!CryptographicOperations.FixedTimeEquals(all[delimiter + 1], Encoding.ASCII.GetBytes(Sign(parts))))
        {
            problem = "a message with a wrong signature";
            return false;
        }
        try
        {
            message = new(all[..delimiter], Object(parts[0]), Object(parts[1]), Object(parts[3]));
            problem = message.Unusable;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            problem = $"a message whose parts are not what the protocol says: {e.Message}";
        }
        return problem.Length == 0;
    }

    private string Sign(byte[][] parts)
    {
        if (_key.Length == 0)
            return "";
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (byte[] part in parts)
            hmac.AppendData(part);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, s_json);

    private static JsonObject Object(byte[] utf8) => JsonNode.Parse(utf8, documentOptions: Strict) as JsonObject ?? throw new FormatException("a part is not an object");
}
