using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DropoutLessons.Kernel;

/// <summary>Asks other programs.</summary>
internal static class ProcessOutput
{
    private static readonly string[] s_endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Finds a program on the PATH.</summary>
    /// <returns>its path, or null</returns>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => s_endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">its path</param>
    /// <param name="arguments">what it is told</param>
    /// <param name="input">what it reads</param>
    /// <param name="until">tells the line after which its input ends; its end when null</param>
    /// <returns>exit code and everything it printed; -1 and the reason when it cannot be started or takes longer than a minute</returns>
    public static (int ExitCode, string Output) Of(string program, IEnumerable<string> arguments, string input = "", Predicate<string>? until = null)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = new StringBuilder();
            var isRead = new TaskCompletionSource();
            void Take(string? line)
            {
                lock (output)
                    output.Append(line).Append('\n');
                if (line is null || (until is not null && until(line)))
                    isRead.TrySetResult();
            }
            process.OutputDataReceived += (_, e) => Take(e.Data);
            process.ErrorDataReceived += (_, e) => Take(e.Data ?? "");
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.StandardInput.Write(input);
            process.StandardInput.Flush();
            if (until is not null)
                isRead.Task.Wait(s_patience);
            process.StandardInput.Close();
            bool hasEnded = process.WaitForExit(s_patience);
            if (hasEnded)
                // Without a limit it also waits for the last lines.
                process.WaitForExit();
            else
                process.Kill(entireProcessTree: true);
            lock (output)
                return hasEnded ? (process.ExitCode, output.ToString()) : (-1, $"{output}\n{program} took longer than {s_patience.TotalSeconds:0} s.");
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return (-1, e.Message);
        }
    }
}
