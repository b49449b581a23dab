using System.Globalization;

namespace DropoutLessons.Kernel;

/// <summary>Is one thing the examination of a machine has found.</summary>
/// <param name="IsFine">whether it is as it should be</param>
/// <param name="What">a sentence that says what was found and where</param>
/// <param name="WayOut">what to do about it; empty where nothing is to be done</param>
public sealed record Finding(bool IsFine, string What, string WayOut = "");

/// <summary>Examines a machine: whether notebooks find the kernel on it, and whether the kernel answers.</summary>
/// <param name="owner">mark of the kernelspecs that are ours</param>
/// <param name="tool">command line that starts this tool</param>
public sealed class KernelDoctor(string owner, IReadOnlyList<string> tool)
{
    private const int NeededSdk = 10;
    private static readonly string[] s_frontEnds = ["jupyter", "jupyter-lab", "jupyter-notebook", "code", "codium"];

    /// <summary>Examines the machine, thing by thing; the last one starts the kernel and takes a second or two.</summary>
    public IEnumerable<Finding> Examine()
    {
        yield return Sdk();
        yield return FrontEnds();
        string? spec = KernelSpec.Find(KernelSpec.DefaultName);
        var registered = Registered(spec);
        yield return registered;
        if (!registered.IsFine || spec is null)
            yield break;
        if (ProcessOutput.Find("jupyter") is { } jupyter)
            yield return SeenByJupyter(jupyter, spec);
        yield return Answers(KernelSpec.CommandLineOf(spec));
    }

    private static Finding Sdk()
    {
        const string WayOut = "Install the .NET 10 SDK from https://dot.net; without it lessons run, and #r \"nuget: …\" and #r \"x.csproj\" do not.";
        var (exitCode, output) = ProcessOutput.Of(DotNet.Path, ["--list-sdks"]);
        string[] versions = [.. output.Split('\n').Select(line => line.Split(' ')[0].Trim()).Where(version => version.Length > 0)];
        return exitCode != 0 || versions.Length == 0 ? new(false, $"There is no .NET SDK: \"{DotNet.Path} --list-sdks\" lists none.", WayOut)
            : versions.Any(version => int.TryParse(version.Split('.')[0], CultureInfo.InvariantCulture, out int major) && major >= NeededSdk) ? new(true, $".NET SDK {versions[^1]}.")
            : new(false, $"The .NET SDK is {string.Join(", ", versions)}; packages and projects need {NeededSdk}.", WayOut);
    }

    private static Finding FrontEnds()
    {
        string[] found = [.. s_frontEnds.Select(ProcessOutput.Find).OfType<string>()];
        return found.Length > 0 ? new(true, $"Front ends: {string.Join(", ", found)}.")
            : new(false, "There is neither Jupyter nor VS Code on the PATH.", "Install JupyterLab (https://jupyter.org/install) or VS Code (https://code.visualstudio.com) with its Jupyter extension. One that is elsewhere works as well.");
    }

    private Finding Registered(string? spec)
    {
        if (spec is null)
            return new(false, $"No kernel is registered as \"{KernelSpec.DefaultName}\".", "Run: kernel install");
        if (KernelSpec.OwnerOf(spec) != owner)
            return new(false, $"Another kernel is registered as \"{KernelSpec.DefaultName}\", and notebooks run on it: {spec}", "Keep it, or replace it with: kernel install --force (with --prefix, if it lies under one)");
        var command = KernelSpec.CommandLineOf(spec);
        // Program and assembly; what follows are words.
        if (command.Take(tool.Count).FirstOrDefault(part => Path.IsPathRooted(part) && !File.Exists(part)) is { } gone)
            return new(false, $"The kernel is registered, and {gone} is no longer there: {spec}", "The folder was moved or cleaned. Run from where it is now: kernel install");
        return command.Take(tool.Count).SequenceEqual(tool) ? new(true, $"The kernel is registered: {spec}")
            : new(true, $"The kernel is registered, and runs another copy of this tool, {string.Join(' ', command.Take(tool.Count))}: {spec}");
    }

    private static Finding SeenByJupyter(string jupyter, string spec)
    {
        var (exitCode, output) = ProcessOutput.Of(jupyter, ["kernelspec", "list"]);
        return exitCode != 0 ? new(false, $"\"{jupyter} kernelspec list\" fails: {output.Trim().Split('\n')[^1]}", "Mend or install Jupyter anew: https://jupyter.org/install")
            : output.Contains(Path.GetDirectoryName(spec)!, StringComparison.OrdinalIgnoreCase) ? new(true, "Jupyter sees it.")
            : new(false, $"Jupyter does not see it: \"{jupyter} kernelspec list\" does not list {Path.GetDirectoryName(spec)}.", "Register it where Jupyter looks (\"jupyter --paths\" lists the data folders): kernel install --prefix FOLDER");
    }

    private static Finding Answers(IReadOnlyList<string> commandLine)
    {
        string[] arguments = [.. commandLine.Skip(1).Where(part => !part.Contains("{connection_file}", StringComparison.Ordinal)), "--stdio"];
        const string Question = """{"channel":"shell","header":{"msg_id":"1","session":"doctor","msg_type":"execute_request"},"content":{"code":"6 * 7"}}""";
        var (exitCode, output) = ProcessOutput.Of(commandLine[0], arguments, Question + "\n", until: line => line.Contains("\"execute_reply\"", StringComparison.Ordinal));
        return output.Contains("\"text/plain\":\"42\"", StringComparison.Ordinal) ? new(true, "The kernel starts and answers.")
            : new(false, $"The kernel does not answer (exit code {exitCode}): {output.Trim().Split('\n')[^1]}", $"Run it by hand to see why: {commandLine[0]} {string.Join(' ', arguments)}");
    }
}
