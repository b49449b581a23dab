using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel;

/// <summary>Registers a kernel where Jupyter and VS Code look for kernels, and takes it away again.</summary>
/// <remarks>A kernel of the same name that somebody else registered is never replaced or removed without being asked.</remarks>
public static class KernelSpec
{
    /// <summary>Name C# notebooks carry since .NET Interactive, and under which front ends look the kernel up.</summary>
    public const string DefaultName = ".net-csharp";

    /// <summary>What front ends show in their list of kernels.</summary>
    public const string DefaultDisplayName = ".NET (C#)";

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Finds a kernel by name in the user's folder and the system's.</summary>
    /// <returns>path of its kernel.json, or null</returns>
    public static string? Find(string name) => JupyterPaths.KernelFolders().Select(folder => SpecFile(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Writes a kernelspec.</summary>
    /// <param name="request">what to write and where</param>
    /// <returns>path of the kernel.json written</returns>
    /// <exception cref="KernelSpecConflictException">Another kernel of that name is there, and <see cref="KernelSpecRequest.Force"/> is off.</exception>
    public static string Install(KernelSpecRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string file = SpecFile(request.Prefix is { } prefix ? JupyterPaths.KernelFolderOf(prefix) : JupyterPaths.UserKernelFolder(), request.Name);
        if (!request.Force && File.Exists(file) && OwnerOf(file) != request.Owner)
            throw new KernelSpecConflictException($"Another kernel is registered as \"{request.Name}\" in {file}. It stays; --force replaces it.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray([.. request.CommandLine.Select(part => JsonValue.Create(part))]),
            ["display_name"] = request.DisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { ["owner"] = request.Owner },
        };
        File.WriteAllText(file, spec.ToJsonString(s_json) + "\n");
        return file;
    }

    /// <summary>Removes the kernelspec that <paramref name="owner"/> installed.</summary>
    /// <param name="name">name of the kernel</param>
    /// <param name="owner">who must have installed it</param>
    /// <param name="prefix">prefix it was installed under, or null for the user's folder</param>
    /// <returns>path of the folder removed, or null when there was none</returns>
    /// <exception cref="KernelSpecConflictException">The kernel of that name is somebody else's.</exception>
    public static string? Uninstall(string name, string owner, string? prefix = null)
    {
        string file = SpecFile(prefix is null ? JupyterPaths.UserKernelFolder() : JupyterPaths.KernelFolderOf(prefix), name);
        if (!File.Exists(file))
            return null;
        if (OwnerOf(file) != owner)
            throw new KernelSpecConflictException($"The kernel \"{name}\" in {file} was installed by something else. It stays; remove it with the tool that brought it.");
        string folder = Path.GetDirectoryName(file)!;
        Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static string SpecFile(string folder, string name) => Path.Combine(folder, name, "kernel.json");

    /// <summary>Mark of who installed a kernelspec; null for one that has none or cannot be read, which is certainly not ours.</summary>
    internal static string? OwnerOf(string file) => Read(file, spec => (string?)spec["metadata"]?["owner"]);

    /// <summary>Command line of a kernelspec; empty for one that cannot be read.</summary>
    internal static IReadOnlyList<string> CommandLineOf(string file) => Read(file, spec => spec["argv"]?.AsArray().Select(part => (string?)part ?? "").ToArray()) ?? [];

    private static T? Read<T>(string file, Func<JsonNode, T?> read)
        where T : class
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) is { } spec ? read(spec) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>Says what kernelspec to write and where.</summary>
/// <param name="Owner">mark by which the installer knows its own kernelspecs</param>
/// <param name="CommandLine">command that starts the kernel; "{connection_file}" stands for the file Jupyter hands over</param>
public sealed record KernelSpecRequest(string Owner, IReadOnlyList<string> CommandLine)
{
    /// <summary>Name front ends look the kernel up by.</summary>
    public string Name { get; init; } = KernelSpec.DefaultName;

    /// <summary>What front ends show.</summary>
    public string DisplayName { get; init; } = KernelSpec.DefaultDisplayName;

    /// <summary>Folder such as /usr/local, under whose share/jupyter/kernels to install; null for the user's own folder.</summary>
    public string? Prefix { get; init; }

    /// <summary>Replace another kernel of that name.</summary>
    public bool Force { get; init; }
}

/// <summary>Reports a kernelspec that belongs to somebody else.</summary>
/// <param name="message">whose place it is and what to do</param>
public sealed class KernelSpecConflictException(string message) : Exception(message);
