namespace DropoutLessons.Kernel.Protocol;

/// <summary>Asks the front end that sent a cell for a line, over the stdin channel.</summary>
/// <param name="channels">the way to the front end</param>
/// <param name="request">the execute_request of the cell</param>
/// <param name="output">what the cell has printed; it is sent first, for it may be the question</param>
internal sealed class StdinInput(IChannels channels, JupyterMessage request, CellOutput output) : ICellInput
{
    private readonly Lock _one = new();

    public string ReadLine(string prompt, bool isPassword)
    {
        if (!((bool?)request.Content["allow_stdin"] ?? false))
            throw new InvalidOperationException("This front end takes no input for this cell. Run it where input is possible, as in a notebook, or give the value in the code.");
        lock (_one)
        {
            output.Flush();
            return channels.AskAsync(JupyterMessage.Answer(request, "input_request", new() { ["prompt"] = prompt, ["password"] = isPassword })).GetAwaiter().GetResult();
        }
    }
}
