using System.Diagnostics;
using System.Globalization;

namespace DropoutLessons.Cli.Grading;

/// <summary>Starts the processes that run submissions, behind the strongest walls this machine has.</summary>
internal sealed class Sandbox : IDisposable
{
    // Long, because a machine that is merely busy must not end up without walls.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly ResourceLimits _limits;
    private readonly string? _bubblewrap;
    private readonly IReadOnlyList<string> _otherUser;
    private readonly string? _filter;

    private Sandbox(ResourceLimits limits, string? bubblewrap, IReadOnlyList<string> otherUser, string whyNot)
    {
        _limits = limits;
        _bubblewrap = bubblewrap;
        _otherUser = otherUser;
        if (bubblewrap is not null && SeccompFilter.ForThisMachine() is { } filter)
            File.WriteAllBytes(_filter = Path.GetTempFileName(), filter);
        Description = Describe(whyNot);
    }

    /// <summary>True when a submission cannot reach files, processes or network of this machine.</summary>
    public bool IsClosed => _bubblewrap is not null;

    /// <summary>True when a submission runs at least as a user who can read no private file of the grader's and write none.</summary>
    public bool IsApart => IsClosed || _otherUser.Count > 0;

    /// <summary>Says in a sentence what holds submissions, and what does not.</summary>
    public string Description { get; }

    /// <summary>Tries what this machine offers, with a worker that is started and answers.</summary>
    /// <param name="limits">what each submission may use</param>
    /// <param name="bubblewrap">path of bubblewrap; null where there is none</param>
    public static async Task<Sandbox> OpenAsync(ResourceLimits limits, string? bubblewrap)
    {
        if (!OperatingSystem.IsLinux())
            return new(limits, null, [], "bubblewrap exists on Linux only");
        if (bubblewrap is null)
            return await WithoutWallsAsync(limits, "bubblewrap is not installed (Debian package bubblewrap)");
        var wrapped = new Sandbox(limits, bubblewrap, [], "");
        if (await wrapped.WhyItDoesNotStartAsync() is not { } reason)
            return wrapped;
        wrapped.Dispose();
        return await WithoutWallsAsync(limits, $"bubblewrap does not start here ({reason})");
    }

    /// <summary>Tries what this machine offers.</summary>
    /// <param name="limits">what each submission may use</param>
    public static Task<Sandbox> OpenAsync(ResourceLimits limits) => OpenAsync(limits, Bubblewrap.Path);

    /// <summary>Starts a worker. Its standard input takes questions, its standard output gives answers, its standard error what the runtime says when it dies.</summary>
    /// <exception cref="UnusableInputException">It could not be started.</exception>
    public Task<Process> StartAsync()
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(ThisTool.CommandLine[0], [KitReferences.Worker])
            : new ProcessStartInfo("/bin/sh", ["-c", Script(), "sh", .. _bubblewrap is not null ? (string[])[_bubblewrap, .. Bubblewrap.Arguments(_limits, _filter is not null)] : [.. _otherUser, ThisTool.CommandLine[0], KitReferences.Worker, Worker.WorkerArguments.OwnDescriptors]]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        start.WorkingDirectory = Path.GetTempPath();
        // Windows' own variables are needed to start anything there.
        if (!OperatingSystem.IsWindows())
            start.Environment.Clear();
        foreach (var (name, value) in WorkerEnvironment.Variables(_limits))
            start.Environment[name] = value;
        return ProcessStarter.StartAsync(start);
    }

    public void Dispose()
    {
        if (_filter is not null)
            File.Delete(_filter);
    }

    private static async Task<Sandbox> WithoutWallsAsync(ResourceLimits limits, string whyNot)
    {
        // Another user may be unable to read .NET or the tool, in a home folder for instance.
        var apart = new Sandbox(limits, null, OtherUser.Command, whyNot);
        if (!apart.IsApart || await apart.WhyItDoesNotStartAsync() is null)
            return apart;
        apart.Dispose();
        return new(limits, null, [], whyNot);
    }

    // Answers and questions get descriptors of their own; what a submission prints goes nowhere.
    private string Script()
    {
        string limits = string.Create(CultureInfo.InvariantCulture,
            $"ulimit -c 0; ulimit -t {Math.Ceiling(_limits.Time.TotalSeconds) * 2}; ulimit -n {_limits.OpenFiles}; ulimit -f {_limits.Disk / 512}; {(OperatingSystem.IsLinux() ? $"ulimit -v {_limits.AddressSpace / 1024};" : "")}");
        return $"{limits} exec \"$@\" 3>&1 4<&0 >/dev/null </dev/null{(_filter is null ? "" : $" 9<'{_filter.Replace("'", "'\\''", StringComparison.Ordinal)}'")}";
    }

    private async Task<string?> WhyItDoesNotStartAsync()
    {
        using var process = await StartAsync();
        try
        {
            var answers = process.StandardOutput.ReadToEndAsync();
            var complaint = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteLineAsync("hello []");
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(s_patience);
            return (await answers).StartsWith("hello ", StringComparison.Ordinal) ? null : (await complaint).Trim().Split('\n')[0];
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            process.Kill();
            return e.Message;
        }
    }

    private string Describe(string whyNot) => IsClosed
        ? $"Each submission runs behind bubblewrap: no network, no other processes, no files but .NET's{(_filter is null ? "" : ", no new processes")}, {_limits.Memory >> 20} MB of memory, {_limits.Time.TotalSeconds:0.#} s."
        : $"Each submission runs in a process of its own with {_limits.Memory >> 20} MB of managed memory and {_limits.Time.TotalSeconds:0.#} s, but not behind walls: {whyNot}. "
            + (IsApart ? "It runs as the user nobody: what everybody may read it can read, and it can open sockets and start processes." : "It can read files, open sockets and start processes as you can. Grade only code you trust.");
}
