using System.Text;

namespace DropoutLessons.Kernel;

/// <summary>Hands what a cell prints to the output of its cell.</summary>
internal sealed class CellWriter(string stream, TextWriter outside) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (CellContext.HasCell)
            CellContext.Sink.Write(stream, value);
        else
            outside.Write(value);
    }

    public override void WriteLine(string? value) => Write(value + Environment.NewLine);
}

/// <summary>Reads what the learner types, a line at a time. What is left of a line is the cell's own, whichever reader it reads it with.</summary>
internal sealed class CellReader : TextReader
{
    public override string? ReadLine() => CellContext.Typed.TakeRest() ?? CellContext.Input.ReadLine("", isPassword: false);

    public override int Peek() => Line().Peek();

    public override int Read() => Line().Take();

    private static TypedLine Line()
    {
        var line = CellContext.Typed;
        if (line.IsEmpty)
            line.Put(CellContext.Input.ReadLine("", isPassword: false));
        return line;
    }
}

/// <summary>Holds what a cell has not read yet of the line that was typed.</summary>
internal sealed class TypedLine
{
    private string _text = "";
    private int _next;

    public bool IsEmpty => _next >= _text.Length;

    public void Put(string line) => (_text, _next) = (line + "\n", 0);

    public char Peek() => _text[_next];

    public char Take() => _text[_next++];

    /// <summary>Takes all that is left, without the line's end; null where nothing is.</summary>
    public string? TakeRest()
    {
        if (IsEmpty)
            return null;
        string rest = _text[_next..].TrimEnd('\n');
        _next = _text.Length;
        return rest;
    }
}
