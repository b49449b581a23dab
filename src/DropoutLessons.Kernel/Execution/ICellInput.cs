namespace DropoutLessons.Kernel;

/// <summary>Asks the learner for a line while a cell waits for it.</summary>
public interface ICellInput
{
    /// <summary>Asks and waits.</summary>
    /// <param name="prompt">what to say beside the field</param>
    /// <param name="isPassword">true where the answer must not be seen</param>
    /// <returns>what was typed, without a line break</returns>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    /// <remarks>The wait ends when the cell is interrupted.</remarks>
    string ReadLine(string prompt, bool isPassword);
}

/// <summary>Is what a cell reads from where nobody can be asked.</summary>
internal sealed class NoInput : ICellInput
{
    public static NoInput Instance { get; } = new();

    public string ReadLine(string prompt, bool isPassword) =>
        throw new InvalidOperationException("This cell reads input, and nobody can be asked here. Run it in a notebook front end, or give the value in the code.");
}
