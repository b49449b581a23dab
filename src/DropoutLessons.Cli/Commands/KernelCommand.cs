using System.CommandLine;
using System.Reflection;
using DropoutLessons.Kernel;

namespace DropoutLessons.Cli.Commands;

/// <summary><c>kernel install|uninstall|doctor|start</c>: registers the C# kernel with VS Code and Jupyter, or runs it for them.</summary>
internal static class KernelCommand
{
    private const string Owner = "dropout-lessons";

    public static Command Create() => new("kernel", "Register the C# kernel for VS Code and Jupyter, take it away, see what is wrong with a machine, or start it.")
    {
        Install(), Uninstall(), Doctor(), Start(),
    };

    /// <summary>Registers the kernel unless a kernel of that name is there already.</summary>
    /// <returns>a sentence that says what was done</returns>
    public static string RegisterUnlessPresent() => KernelSpec.Find(KernelSpec.DefaultName) is { } present
        ? $"The kernel \"{KernelSpec.DefaultName}\" is registered already and stays as it is: {present}"
        : $"Registered the kernel \"{KernelSpec.DefaultDisplayName}\" for VS Code and Jupyter: {KernelSpec.Install(Request())}";

    private static KernelSpecRequest Request() => new(Owner, [.. ThisTool.CommandLine, "kernel", "start", "{connection_file}"]);

    private static Command Install()
    {
        var prefix = new Option<string?>("--prefix") { Description = "Install under this folder's share/jupyter/kernels instead of the user's.", HelpName = "FOLDER" };
        var displayName = new Option<string>("--display-name") { Description = "Name that front ends show.", DefaultValueFactory = _ => KernelSpec.DefaultDisplayName, HelpName = "TEXT" };
        var user = new Option<bool>("--user") { Description = "Install for the current user (the default)." };
        var force = new Option<bool>("--force") { Description = "Replace another kernel of that name." };
        var command = new Command("install", $"Register the kernel as \"{KernelSpec.DefaultName}\", the name C# notebooks ask for.") { user, prefix, displayName, force };
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) && result.GetValue(prefix) is not null)
                result.AddError("--user and --prefix exclude each other.");
        });
        command.SetAction(parsed => Guarded(() =>
        {
            string file = KernelSpec.Install(Request() with
            {
                Prefix = parsed.GetValue(prefix),
                DisplayName = parsed.GetValue(displayName)!,
                Force = parsed.GetValue(force),
            });
            Console.Out.WriteLine($"Registered: {file}");
        }));
        return command;
    }

    private static Command Uninstall()
    {
        var prefix = new Option<string?>("--prefix") { Description = "Folder it was installed under.", HelpName = "FOLDER" };
        var command = new Command("uninstall", "Take the kernel away again; one that something else registered stays.") { prefix };
        command.SetAction(parsed => Guarded(() => Console.Out.WriteLine(
            KernelSpec.Uninstall(KernelSpec.DefaultName, Owner, parsed.GetValue(prefix)) is { } folder ? $"Removed: {folder}" : "No kernel of ours is registered there.")));
        return command;
    }

    private static Command Doctor()
    {
        var command = new Command("doctor", "Say what keeps notebooks on this machine from finding the kernel, and the way out.");
        command.SetAction(_ =>
        {
            bool isFine = true;
            foreach (var finding in new KernelDoctor(Owner, ThisTool.CommandLine).Examine())
            {
                isFine &= finding.IsFine;
                Console.Out.WriteLine($"{(finding.IsFine ? "ok     " : "WRONG  ")} {finding.What}");
                if (finding.WayOut.Length > 0)
                    Console.Out.WriteLine($"        {finding.WayOut}");
            }
            return isFine ? ExitCode.Ok : ExitCode.Wrong;
        });
        return command;
    }

    private static Command Start()
    {
        var file = new Argument<string?>("CONNECTION-FILE") { Description = "File with addresses and key, written by the front end.", Arity = ArgumentArity.ZeroOrOne };
        var stdio = new Option<bool>("--stdio") { Description = "Speak over standard input and output, a message of JSON a line, instead of sockets." };
        var command = new Command("start", "Serve a front end. Front ends call this; people rarely do.") { file, stdio };
        command.Validators.Add(result =>
        {
            if (result.GetValue(stdio) == (result.GetValue(file) is not null))
                result.AddError("kernel start takes a connection file, or --stdio instead of one.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new KernelOptions("dropout-lessons", Version, "C# kernel of DropoutLessons") { CatchesRawOutput = true };
            try
            {
                await (parsed.GetValue(stdio) ? KernelHost.RunOverStandardStreamsAsync(options, cancellation) : KernelHost.RunAsync(parsed.GetRequiredValue(file)!, options, cancellation));
                return ExitCode.Ok;
            }
            catch (IOException e)
            {
                throw new UnusableInputException(e.Message, e);
            }
        });
        return command;
    }

    private static string Version =>
        typeof(KernelCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static int Guarded(Action action)
    {
        try
        {
            action();
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is KernelSpecConflictException or IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(e.Message, e);
        }
    }
}
