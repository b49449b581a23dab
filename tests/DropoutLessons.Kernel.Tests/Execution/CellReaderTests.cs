namespace DropoutLessons.Kernel.Tests.Execution;

/// <summary>Checks who gets what was typed.</summary>
public sealed class CellReaderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rest_of_a_line_stays_with_its_cell_while_another_session_runs_a_cell()
    {
        using CSharpSession session = new(), other = new();
        var input = new Typing(() => other.ExecuteAsync("1", NullSink.Instance, Cancel), "abc", "a second line");

        var result = await session.ExecuteAsync("$\"{(char)Console.Read()}{(char)Console.In.Peek()}{(char)Console.Read()}{Console.ReadLine()}\"", NullSink.Instance, input, name: null, Cancel);

        Assert.Equal("abbc", result.ReturnValue);
        Assert.Equal(1, input.Asked);
    }

    [Fact]
    public async Task What_a_cell_leaves_of_a_line_is_not_the_next_cell_s()
    {
        using var session = new CSharpSession();
        var input = new Typing(() => Task.CompletedTask, "abc", "next");

        await session.ExecuteAsync("Console.Read()", NullSink.Instance, input, name: null, Cancel);
        var result = await session.ExecuteAsync("Console.ReadLine()", NullSink.Instance, input, name: null, Cancel);

        Assert.Equal("next", result.ReturnValue);
    }

    /// <summary>Types lines in order, and does something else before each.</summary>
    private sealed class Typing(Func<Task> before, params string[] lines) : ICellInput
    {
        public int Asked { get; private set; }

        public string ReadLine(string prompt, bool isPassword)
        {
            before().Wait(Cancel);
            return lines[Asked++];
        }
    }
}
