using System.Text.Json;
using System.Text.Json.Serialization;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Holds the addresses and the key a front end hands to the kernel it starts.</summary>
internal sealed record ConnectionFile(
    [property: JsonPropertyName("transport")] string Transport,
    [property: JsonPropertyName("ip")] string Ip,
    [property: JsonPropertyName("shell_port")] int ShellPort,
    [property: JsonPropertyName("control_port")] int ControlPort,
    [property: JsonPropertyName("stdin_port")] int StdinPort,
    [property: JsonPropertyName("iopub_port")] int IopubPort,
    [property: JsonPropertyName("hb_port")] int HeartbeatPort,
    [property: JsonPropertyName("key")] string Key,
    [property: JsonPropertyName("signature_scheme")] string SignatureScheme)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="IOException">It cannot be read, or is no connection file.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            var connection = JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllText(path)) ?? throw new IOException($"{path} is empty.");
            return connection switch
            {
                { Transport: not "tcp" } => throw new IOException($"{path} asks for the transport \"{connection.Transport}\"; only tcp is supported."),
                { Key.Length: > 0, SignatureScheme: not "hmac-sha256" } => throw new IOException($"{path} asks for the signature scheme \"{connection.SignatureScheme}\"; only hmac-sha256 is supported."),
                _ => connection,
            };
        }
        catch (JsonException e)
        {
            throw new IOException($"{path} is not a Jupyter connection file: {e.Message}", e);
        }
    }

    /// <summary>Address of a channel.</summary>
    public string Address(int port) => $"{Transport}://{Ip}:{port}";
}
