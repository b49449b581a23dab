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

/// <summary>Reads what the learner types, a line at a time.</summary>
internal sealed class CellReader : TextReader
{
    private string _line = "";
    private int _next;

    public override string? ReadLine()
    {
        if (_next < _line.Length)
            return Take(_line.Length).TrimEnd('\n');
        return CellContext.Input.ReadLine("", isPassword: false);
    }

    public override int Peek() => Fill() ? _line[_next] : -1;

    public override int Read() => Fill() ? _line[_next++] : -1;

    private bool Fill()
    {
        if (_next >= _line.Length)
            (_line, _next) = (CellContext.Input.ReadLine("", isPassword: false) + "\n", 0);
        return true;
    }

    private string Take(int end)
    {
        string rest = _line[_next..end];
        _next = end;
        return rest;
    }
}
