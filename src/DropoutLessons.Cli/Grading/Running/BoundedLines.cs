using System.Text;

namespace DropoutLessons.Cli.Grading;

/// <summary>Reads lines from somebody who is not trusted: none is longer than a bound, and none is read that did not end.</summary>
/// <param name="stream">where they come from</param>
/// <param name="mostBytes">bytes a line may have</param>
internal sealed class BoundedLines(Stream stream, int mostBytes)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads the next line.</summary>
    /// <returns>the line, or null at the end; what stands before the end without a line break is torn, and no line</returns>
    /// <exception cref="FormatException">The line is longer than the bound.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        using var line = new MemoryStream();
        while (true)
        {
            int at = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            int stop = at < 0 ? _end : at;
            line.Write(_buffer, _start, stop - _start);
            if (line.Length > mostBytes)
                throw new FormatException($"A message is longer than {mostBytes} bytes.");
            _start = at < 0 ? _end : at + 1;
            if (at >= 0)
                return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
            (_start, _end) = (0, await stream.ReadAsync(_buffer, cancellation));
            if (_end == 0)
                return null;
        }
    }

    /// <summary>Says whether anything at all follows up to the end.</summary>
    public async Task<bool> HasMoreAsync(CancellationToken cancellation) => _end > _start || await stream.ReadAsync(_buffer, cancellation) > 0;
}
