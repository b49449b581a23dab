using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Tests.Kernel;

/// <summary>Runs cells that would bring a kernel down, sees that the next cell answers, and writes down what happened.</summary>
public sealed partial class HostileCellsTests
{
    private const string Table = "src/DropoutLessons.Kernel/hostile-cells.md";

    // What ends the cell: itself, an interrupt once it has begun, or a restart because nothing else can.
    private enum End
    {
        Itself,
        Interrupt,
        Restart,
    }

    private static readonly (string What, End End, string Code)[] s_cells =
    [
        ("recursion without end", End.Itself, "int Deep(int n) => Deep(n + 1) + 1; Deep(0)"),
        ("mutual recursion without end", End.Itself, "int Ping(int n) => Pong(n) + 1; int Pong(int n) => Ping(n) + 1; Ping(0)"),
        ("a property that reads itself", End.Itself, "class Endless { public int Value => Value + 1; } new Endless().Value"),
        ("a loop without end", End.Interrupt, "while (true) { }"),
        ("a goto without end", End.Interrupt, "int i = 0; again: i++; goto again;"),
        ("a loop in a lambda", End.Interrupt, "System.Action spin = () => { while (true) { } }; spin();"),
        ("a loop in a LINQ query", End.Interrupt, "Enumerable.Repeat(0, int.MaxValue).Select(i => { i++; return i; }).Where(i => { return i < 0; }).Any()"),
        ("a LINQ query without end", End.Interrupt, "IEnumerable<int> Forever() { int i = 0; while (true) yield return i++; } Forever().Where(i => i < 0).Any()"),
        ("a query of library parts without end", End.Interrupt, "Enumerable.Range(0, int.MaxValue).SelectMany(i => Enumerable.Range(0, 9)).Where(i => i < 0).Any()"),
        ("a loop in async code", End.Interrupt, "while (true) await Task.Yield();"),
        ("a sleep without end", End.Interrupt, "System.Threading.Thread.Sleep(-1);"),
        ("an await without end", End.Interrupt, "await Task.Delay(-1);"),
        ("a deadlock", End.Interrupt, "var a = new object(); var b = new object(); var both = new System.Threading.Barrier(2);\nnew System.Threading.Thread(() => { lock (b) { both.SignalAndWait(); lock (a) { } } }) { IsBackground = true }.Start();\nlock (a) { both.SignalAndWait(); lock (b) { } }"),
        ("a wait for input nobody gives", End.Interrupt, "Console.ReadLine()"),
        ("allocation without end", End.Itself, "var all = new List<byte[]>(); while (true) { var block = new byte[1 << 20]; System.Array.Fill(block, (byte)1); all.Add(block); }"),
        ("one array beyond all memory", End.Itself, "new System.Numerics.Matrix4x4[2_000_000_000].Length"),
        ("a throw on another thread", End.Itself, "var stray = new System.Threading.Thread(() => throw new System.InvalidOperationException(\"stray\")); stray.Start(); stray.Join(); 1"),
        ("a throw in async void", End.Itself, "async void Later() { await Task.Yield(); throw new System.InvalidOperationException(\"later\"); } Later(); System.Threading.Thread.Sleep(300); 1"),
        ("a task whose exception nobody reads", End.Itself, "Task.Run(() => throw new System.InvalidOperationException(\"unread\")); System.Threading.Thread.Sleep(100); System.GC.Collect(); System.GC.WaitForPendingFinalizers(); 1"),
        ("a finalizer that throws", End.Itself, "class Bad { ~Bad() { throw new System.InvalidOperationException(\"finalizer\"); } } void Make() { new Bad(); } Make(); System.GC.Collect(); System.GC.WaitForPendingFinalizers(); 1"),
        ("Environment.Exit", End.Restart, "System.Environment.Exit(3);"),
        ("Environment.FailFast", End.Restart, "System.Environment.FailFast(\"meant\");"),
        ("killing its own process", End.Restart, "System.Diagnostics.Process.GetCurrentProcess().Kill();"),
        ("killing a child of its process group", End.Itself, "var child = System.Diagnostics.Process.Start(\"sleep\", \"100\"); child.Kill(); child.WaitForExit(); 1"),
        ("a flood of output", End.Itself, "for (int i = 0; i < 300_000; i++) Console.WriteLine(\"line \" + i);"),
        ("a flood of displays", End.Itself, "for (int i = 0; i < 5_000; i++) display(i);"),
        ("raw standard output", End.Itself, "using (var raw = Console.OpenStandardOutput()) raw.Write(System.Text.Encoding.UTF8.GetBytes(\"raw\")); 1"),
        ("a child process that prints", End.Itself, "System.Diagnostics.Process.Start(\"echo\", \"child\").WaitForExit(); 1"),
        ("a closed console", End.Itself, "Console.Out.Close(); Console.Error.Close(); Console.In.Close(); 1"),
        ("a console set to nothing", End.Itself, "Console.SetOut(System.IO.TextWriter.Null); 1"),
        ("another culture", End.Itself, "System.Globalization.CultureInfo.CurrentCulture = new(\"de-DE\"); System.Globalization.CultureInfo.DefaultThreadCurrentCulture = new(\"de-DE\"); (1.5).ToString()"),
        ("another working directory", End.Itself, "System.IO.Directory.SetCurrentDirectory(\"/\"); 1"),
        ("deleting its working directory", End.Itself, "System.IO.Directory.Delete(System.IO.Directory.GetCurrentDirectory(), true); 1"),
        ("a ToString that throws", End.Itself, "class Rude { public override string ToString() => throw new System.InvalidOperationException(\"rude\"); } new Rude()"),
        ("a ToString that never returns", End.Interrupt, "class Slow { public override string ToString() { while (true) { } } } new Slow()"),
        ("a getter that throws", End.Itself, "class Sour { public int Good => 1; public int Bad => throw new System.InvalidOperationException(\"sour\"); } new Sour()"),
        ("a formatter that throws", End.Itself, "class Odd { } Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Odd>(odd => throw new System.InvalidOperationException(\"odd\"), \"text/html\"); new Odd()"),
        ("a formatter that never returns", End.Interrupt, "class Stuck { } Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Stuck>(stuck => { while (true) { } }, \"text/html\"); new Stuck()"),
        ("an endless sequence as value", End.Itself, "IEnumerable<int> Forever() { int i = 0; while (true) yield return i++; } Forever()"),
        ("an object that contains itself", End.Itself, "class Node { public Node Next { get; set; } } var node = new Node(); node.Next = node; node"),
        ("10,000 threads", End.Itself, "var gate = new System.Threading.ManualResetEventSlim(); var threads = Enumerable.Range(0, 10_000).Select(_ => { var t = new System.Threading.Thread(() => gate.Wait(), 64 * 1024); t.Start(); return t; }).ToArray(); gate.Set(); foreach (var t in threads) t.Join(); threads.Length"),
        ("a library call that takes hours", End.Restart, "System.Numerics.BigInteger.Pow(7, 2_000_000_000)"),
    ];

    [Fact]
    public async Task After_every_hostile_cell_the_next_one_answers_or_the_front_end_starts_the_kernel_anew()
    {
        await using var kernel = await Task.Run(() => new KernelProcess(new Dictionary<string, string> { ["CSHARP_KERNEL_MEMORY_MB"] = "1500" }));
        var rows = new StringBuilder();
        foreach (var (what, end, code) in s_cells)
        {
            string happened = await RunAsync(kernel, what, end, code);
            string next = Next(kernel.Client);
            Assert.True(next == "2", $"After \"{what}\" ({happened}) the next cell gives {next}.");
            rows.Append("| ").Append(what).Append(" | ").Append(happened).Append(" |\n");
        }

        string table = $"""
            # Hostile cells

            What the kernel does with cells that go wrong on purpose. After each of them the next cell gives its value, 1 + 1. Written by a test on Linux, with a memory limit of 1,500 MB.

            | cell | what happens |
            |---|---|
            {rows}
            """;
        Expectation.Matches(Table, table.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    private static async Task<string> RunAsync(KernelProcess kernel, string what, End end, string code)
    {
        try
        {
            return await RunAsync(kernel, end, code);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"The kernel does not answer after \"{what}\".", e);
        }
    }

    private static async Task<string> RunAsync(KernelProcess kernel, End end, string code)
    {
        string id = kernel.Client.Execute(code, allowStdin: true);
        if (end == End.Restart)
            return await RestartAsync(kernel, id, code);
        if (end == End.Interrupt)
        {
            kernel.Client.WaitFor(id, "execute_input");
            // Not before the cell's own code runs: an interrupt before would end it just as well, and prove less.
            await Task.Delay(300, TestContext.Current.CancellationToken);
            kernel.Client.Send("interrupt_request", [], onControl: true);
        }
        var published = kernel.Client.Published(id);
        kernel.Client.Reply(id);
        return Describe(published);
    }

    private static async Task<string> RestartAsync(KernelProcess kernel, string id, string code)
    {
        bool endsItself = code.Contains("System.Environment", StringComparison.Ordinal) || code.Contains("GetCurrentProcess", StringComparison.Ordinal);
        string said = "";
        if (code.Contains("Environment.Exit", StringComparison.Ordinal))
            said = Describe(kernel.Client.Published(id)) + "; ";
        if (endsItself)
        {
            await kernel.EndedAsync();
            kernel.Restart();
            return said + "the process ends, and the front end starts it anew";
        }
        kernel.Client.WaitFor(id, "execute_input");
        kernel.Restart();
        return "cannot be interrupted; the learner restarts the kernel";
    }

    private static string Describe(List<(string Type, JsonObject Content)> published)
    {
        var said = new List<string>();
        foreach (var (type, content) in published)
            if (type == "error")
                said.Add($"{(string?)content["ename"]}: {(string?)content["evalue"]}");
            else if (type == "stream" && (string?)content["name"] == "stderr" && ((string)content["text"]!).Trim().Split('\n') is var lines)
                said.Add(lines[0].StartsWith('[') ? lines[0] : string.Join(" ", lines.Take(2)));
            else if (type == "stream" && ((string)content["text"]!).Trim() is { Length: > 0 and < 20 } printed)
                said.Add($"prints {printed}");
            else if (type == "execute_result")
                said.Add($"value {((string)content["data"]!["text/plain"]!).Split('\n')[0]}");
        string text = said.Count > 0 ? string.Join("; ", said.Distinct()) : "nothing special";
        if (text.Length > 220)
            text = text[..220] + "…";
        return Numbers().Replace(text.Replace("|", "\\|", StringComparison.Ordinal), "N");
    }

    private static string Next(DropoutLessons.Kernel.Tests.Protocol.WireClient client)
    {
        string id = client.Execute("Console.Write(1.5); 1 + 1");
        var published = client.Published(id);
        client.Reply(id);
        Assert.Contains(published, message => message.Type == "stream" && (string?)message.Content["text"] == "1.5");
        return (string?)published.Find(message => message.Type == "execute_result").Content?["data"]!["text/plain"] ?? string.Join(' ', published.Select(message => message.Content.ToJsonString()));
    }

    // Counts that depend on how far a cell came.
    [GeneratedRegex(@"(?<=\[)[\d,]+(?= more)|[\d,]+(?= calls)")]
    private static partial Regex Numbers();
}
