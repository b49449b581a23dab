namespace DropoutLessons.Kernel.Tests.Execution;

/// <summary>Checks that the usual slips are met with a hint.</summary>
public sealed class SlipTests : IDisposable
{
    private readonly CSharpSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("print(1)", "Console.WriteLine")]
    [InlineData("var a = True;", "C# writes true.")]
    [InlineData("var a = None;", "C# writes null.")]
    [InlineData("var s = “text”;", "quotes are curly")]
    [InlineData("len(\"abc\")", "x.Length")]
    [InlineData("int x = 1\nint y = 2;", "semicolon")]
    [InlineData("def twice(n):\n    return 2 * n", "looks like Python")]
    [InlineData("for i in range(3):\n    Console.WriteLine(i)", "looks like Python")]
    [InlineData("import numpy", "using System.Linq;")]
    [InlineData("float f = 0.5;", "0.5f")]
    [InlineData("namespace Mine { class A { } }", "cannot hold a namespace")]
    [InlineData("static class E { public static int Twice(this int n) => 2 * n; }", "extension method")]
    [InlineData("1 + 1;", "a value alone is no statement")]
    [InlineData("Spam s;", "no type Spam")]
    public async Task A_slip_is_answered_with_what_to_write(string code, string hint)
    {
        var result = await _session.ExecuteAsync(code, NullSink.Instance, TestContext.Current.CancellationToken);

        Assert.Contains(result.Error!.Traceback, line => line.StartsWith("Hint: ", StringComparison.Ordinal) && line.Contains(hint, StringComparison.Ordinal));
    }
}
