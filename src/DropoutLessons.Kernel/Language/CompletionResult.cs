namespace DropoutLessons.Kernel;

/// <summary>Holds what may be inserted, and which part of the code it takes the place of.</summary>
/// <param name="Start">first character replaced, an index into the code</param>
/// <param name="End">index after the last one</param>
/// <param name="Entries">what fits, best first</param>
public sealed record CompletionResult(int Start, int End, IReadOnlyList<CompletionEntry> Entries);

/// <summary>Is one thing that may be inserted.</summary>
/// <param name="Text">what is inserted</param>
/// <param name="Kind">"function", "property", "field", "variable", "class", "module", "keyword" or "text"</param>
public sealed record CompletionEntry(string Text, string Kind);
