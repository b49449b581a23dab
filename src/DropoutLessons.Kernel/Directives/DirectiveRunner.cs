using System.Diagnostics;
using System.Reflection;

namespace DropoutLessons.Kernel;

/// <summary>Carries out the lines of a cell that speak to the kernel.</summary>
/// <param name="submissions">where code goes and variables are</param>
/// <param name="packages">the session's packages</param>
/// <param name="workingDirectory">folder that relative paths start from</param>
/// <param name="runCell">runs code as a cell, given a name for its lines</param>
/// <param name="check">throws when the cell is to stop</param>
internal sealed class DirectiveRunner(Submissions submissions, NuGetPackages packages, string workingDirectory, Func<string, string, CellResult> runCell, Action check)
{
    private const int DeepestImport = 20;

    private static readonly CellResult s_done = new(null, null, null, []);
    private int _imports;

    /// <summary>Carries out one directive.</summary>
    /// <param name="directive">what to do</param>
    /// <param name="cell">name of the cell it stands in</param>
    /// <exception cref="DirectiveException">It is not known or cannot be carried out.</exception>
    public CellResult Run(DirectivePart directive, string cell)
    {
        switch (directive.Name.ToLowerInvariant())
        {
            case "r" when PackageReference.TryParse(directive.Argument, out var package):
                return AddPackage(package, cell);
            case "r":
                AddProject(directive.Argument);
                return s_done;
            case "i":
                packages.AddSource(Source(directive.Argument));
                return s_done;
            case "load" or "import":
                return Import(directive.Argument, cell);
            case "about":
                CellContext.Sink.Display(MimeBundle.Text(About()), null);
                return s_done;
            case "whos":
                CellContext.Sink.Display(ObjectFormatter.Format(submissions.Variables.Select(Whos.Row).ToArray()), null);
                return s_done;
            case "who":
                CellContext.Sink.Display(MimeBundle.Text(string.Join(", ", submissions.Variables.Select(variable => variable.Name))), null);
                return s_done;
            case "lsmagic" or "help":
                CellContext.Sink.Display(MimeBundle.Text(DirectiveHelp.List), null);
                return s_done;
            default:
                throw new DirectiveException(DirectiveHelp.Explain(directive.Name));
        }
    }

    private CellResult AddPackage(PackageReference package, string cell)
    {
        var note = DisplayFunctions.display($"Restoring {package} …");
        IReadOnlyList<RestoredPackage> restored;
        try
        {
            restored = packages.Add(package, check);
        }
        catch
        {
            note.Update($"Not restored: {package}");
            throw;
        }
        foreach (var one in restored)
            PackageLoading.Add(one);
        submissions.Reference(restored.SelectMany(one => one.Assemblies));
        var added = restored.FirstOrDefault(one => one.Name.Equals(package.Name, StringComparison.OrdinalIgnoreCase));
        note.Update($"Added package {added?.Name ?? package.Name} {added?.Version}");

        // What .NET Interactive runs when a package is loaded: a notebook that registers its formatters.
        string extension = Path.Combine(added?.Folder ?? "", "interactive-extensions", "dotnet", "extension.dib");
        return added is not null && File.Exists(extension) ? runCell(File.ReadAllText(extension), $"{cell} > {package.Name} extension.dib") : s_done;
    }

    private void AddProject(string argument)
    {
        string project = Path.GetFullPath(argument, workingDirectory);
        if (!File.Exists(project))
            throw new DirectiveException($"There is no project {project}. The path starts from {workingDirectory}.");
        var note = DisplayFunctions.display($"Building {Path.GetFileName(project)} …");
        var (exitCode, output) = DotNet.Run(["build", project, "--nologo", "-v", "quiet", "-restore", "-t:Build", "-getProperty:TargetPath"], Path.GetDirectoryName(project)!, check);
        string target = output.Trim().Split('\n')[^1].Trim();
        if (exitCode != 0 || !File.Exists(target))
        {
            note.Update($"Not built: {project}");
            throw new DirectiveException($"{project} does not build:\n{output.Trim()}");
        }
        submissions.Reference([target]);
        note.Update($"Added project {Path.GetFileNameWithoutExtension(project)}");
    }

    private CellResult Import(string argument, string cell)
    {
        string path = Path.GetFullPath(argument, workingDirectory);
        if (!File.Exists(path))
            throw new DirectiveException($"There is no file {path}. The path starts from {workingDirectory}.");
        if (_imports >= DeepestImport)
            throw new DirectiveException($"{argument} is imported from within itself: imports go {DeepestImport} deep at most.");
        string extension = Path.GetExtension(path).ToLowerInvariant();
        _imports++;
        try
        {
            if (extension != ".ipynb")
                return extension is ".cs" or ".csx" or ".dib" ? runCell(File.ReadAllText(path), $"{cell} > {Path.GetFileName(path)}")
                    : throw new DirectiveException($"{argument} cannot be imported: the kernel imports .cs, .csx, .dib and .ipynb.");
            var result = s_done;
            foreach (var imported in Notebook.Load(path).Cells.Where(imported => imported.IsCode))
                if (!(result = runCell(imported.Source, $"{cell} > {Path.GetFileName(path)}")).Succeeded)
                    break;
            return result;
        }
        finally
        {
            _imports--;
        }
    }

    private static string Source(string argument)
    {
        string text = argument.Trim();
        return text.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? text["nuget:".Length..].Trim()
            : throw new DirectiveException($"#i \"{argument}\" is not understood. Write #i \"nuget: https://…/index.json\", or a folder of packages.");
    }

    private string About()
    {
        var assembly = typeof(DirectiveRunner).Assembly.GetName();
        using var process = Process.GetCurrentProcess();
        return $"""
            C# kernel {assembly.Version?.ToString(3)}, Jupyter protocol {Protocol.JupyterMessage.ProtocolVersion}
            C# by Roslyn {typeof(Microsoft.CodeAnalysis.Compilation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}
            {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription} on {System.Runtime.InteropServices.RuntimeInformation.OSDescription}
            process {process.Id}, working directory {workingDirectory}
            """;
    }
}
