using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Writes what the kernel tells of itself and of its language.</summary>
internal static class KernelInfo
{
    private const string CSharpVersion = "14.0";

    public static JsonObject Reply(KernelOptions options) => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = JupyterMessage.ProtocolVersion,
        ["implementation"] = options.Implementation,
        ["implementation_version"] = options.Version,
        ["banner"] = options.Banner,
        ["debugger"] = false,
        ["help_links"] = new JsonArray(new JsonObject { ["text"] = "C# documentation", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" }),
        ["language_info"] = LanguageInfo(),
    };

    // VS Code maps the name "C#"; classic Notebook colours by the CodeMirror mode, nbconvert by the Pygments lexer.
    private static JsonObject LanguageInfo() => new()
    {
        ["name"] = "C#",
        ["version"] = CSharpVersion,
        ["mimetype"] = "text/x-csharp",
        ["file_extension"] = ".cs",
        ["pygments_lexer"] = "csharp",
        ["codemirror_mode"] = "text/x-csharp",
    };
}
