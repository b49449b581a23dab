namespace DropoutLessons.Cli;

/// <summary>Numbers the tool ends with.</summary>
internal static class ExitCode
{
    /// <summary>Done, and everything asked about is right.</summary>
    public const int Ok = 0;

    /// <summary>Done, but something is wrong with what was looked at: an answer, a value, a cell.</summary>
    public const int Wrong = 1;

    /// <summary>Not done: the input cannot be used, or the command line is off.</summary>
    public const int Unusable = 2;
}
