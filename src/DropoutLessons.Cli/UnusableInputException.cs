namespace DropoutLessons.Cli;

/// <summary>Reports input that cannot be used; its message names the value, the rule and the way out, and is shown without a stack trace.</summary>
/// <param name="message">what to tell the user</param>
/// <param name="inner">what went wrong underneath, if anything</param>
internal sealed class UnusableInputException(string message, Exception? inner = null) : Exception(message, inner);
