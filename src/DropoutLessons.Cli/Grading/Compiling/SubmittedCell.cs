namespace DropoutLessons.Cli.Grading;

/// <summary>Holds one piece of submitted text.</summary>
/// <param name="Name">what a message calls the place, such as "cell 4"</param>
/// <param name="Code">C# as in a notebook cell; for prose, its text</param>
/// <param name="IsCode">false for a cell of prose, where an answer may have been written by mistake</param>
internal sealed record SubmittedCell(string Name, string Code, bool IsCode = true);
