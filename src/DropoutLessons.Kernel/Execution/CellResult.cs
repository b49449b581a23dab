namespace DropoutLessons.Kernel;

/// <summary>Holds how the execution of one cell ended.</summary>
/// <param name="ReturnValue">value of the trailing expression, or null</param>
/// <param name="Shown">how that value looks to a front end, or null when there is nothing to show</param>
/// <param name="Error">what stopped the cell, or null</param>
/// <param name="Diagnostics">what the compiler said, errors first</param>
public sealed record CellResult(object? ReturnValue, MimeBundle? Shown, CellError? Error, IReadOnlyList<CellDiagnostic> Diagnostics)
{
    /// <summary>True when the cell compiled and ran to its end.</summary>
    public bool Succeeded => Error is null;
}

/// <summary>Says what stopped a cell, in the words of a Jupyter error message.</summary>
/// <param name="Name">class of the exception, "CompilationError" or "Interrupted"</param>
/// <param name="Message">one sentence</param>
/// <param name="Traceback">lines to show: the message, then the learner's own frames</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    /// <summary>Name of the error of a cell that was interrupted.</summary>
    public const string Interrupted = "Interrupted";

    /// <summary>Name of the error of a cell that was stopped because it used too much memory.</summary>
    public const string MemoryLimit = "MemoryLimit";

    /// <summary>Name of the error of a cell that did not compile.</summary>
    public const string CompilationError = "CompilationError";
}

/// <summary>Holds one thing the compiler said about a cell.</summary>
/// <param name="Code">the compiler's number, such as CS0103</param>
/// <param name="Message">its sentence</param>
/// <param name="Line">line within the cell, from 1</param>
/// <param name="Column">column within the line, from 1</param>
/// <param name="IsError">false for a warning</param>
public sealed record CellDiagnostic(string Code, string Message, int Line, int Column, bool IsError);
