using Microsoft.CodeAnalysis;

namespace DropoutLessons.Cli.Grading;

/// <summary>Explains why no answer was found: what stands in its place, and the way out.</summary>
internal static class NoAnswer
{
    /// <summary>Explains it in one or two sentences.</summary>
    public static string Explain(IReadOnlyList<SubmittedCell> cells, CellChain chain, AnswerSought sought) =>
        OtherLanguage(cells) ?? Broken(chain, sought) ?? Prose(cells, sought) ?? SimilarName(chain, sought) ?? Unreadable(chain)
        ?? $"No function named {string.Join(" or ", sought.Names)} was found. Write {sought.Signature}.";

    /// <summary>Says why a definition of the answer does not compile; null when there is none such.</summary>
    public static string? Broken(CellChain chain, AnswerSought sought)
    {
        string? name = sought.Names.FirstOrDefault(chain.Lost.ContainsKey);
        return name is null ? null : $"{name} does not compile: {Sentence(chain.Lost[name], chain)}";
    }

    /// <summary>True when one cell defines the answer twice, which compiles nowhere; which of them is meant nobody can say.</summary>
    public static bool IsTwiceInOneCell(CellChain chain, AnswerSought sought) =>
        sought.Names.Any(name => chain.Lost.TryGetValue(name, out var error) && error.Id is "CS0111" or "CS0102" or "CS0128");

    private static string? Prose(IReadOnlyList<SubmittedCell> cells, AnswerSought sought) =>
        cells.FirstOrDefault(cell => !cell.IsCode && AnswerDeclaration.In(Parse(cell.Code)).Any(declaration => sought.Names.Contains(declaration.Name))) is { } prose
            ? $"{sought.Names[0]} stands in {prose.Name}, which is a cell of text. Change it to a code cell." : null;

    private static string? OtherLanguage(IReadOnlyList<SubmittedCell> cells) =>
        cells.FirstOrDefault(cell => cell.IsCode && cell.Code.Split('\n').Any(line => line.StartsWith("def ", StringComparison.Ordinal) && line.TrimEnd().EndsWith(':'))) is { } python
            ? $"{python.Name} is Python. This exercise is answered in C#: choose the kernel .NET (C#)." : null;

    private static string? SimilarName(CellChain chain, AnswerSought sought)
    {
        var near = chain.Cells
            .SelectMany(cell => AnswerDeclaration.In(cell.Tree.GetRoot()).Select(declaration => (Place: cell.Tree.FilePath, declaration.Name)))
            .LastOrDefault(entry => sought.Names.Any(name => Distance(Plain(name), Plain(entry.Name)) <= 2));
        return near.Name is null ? null : $"No function named {string.Join(" or ", sought.Names)} was found, but {near.Place} has one named {near.Name}. Rename it to {sought.Names[0]}.";
    }

    private static string? Unreadable(CellChain chain) =>
        chain.Lost.Values.FirstOrDefault(error => error.Location.SourceTree is not null && error.Id is not ("CS0103" or "CS0246")) is { } error && chain.Cells.Count == 0
            ? $"Nothing of it compiles: {Sentence(error, chain)}" : null;

    private static string Sentence(Diagnostic error, CellChain chain)
    {
        var line = error.Location.GetLineSpan();
        string where = $"{line.Path}, line {line.StartLinePosition.Line + 1}, column {line.StartLinePosition.Character + 1}";
        string name = error.Location.SourceTree?.GetText().ToString(error.Location.SourceSpan) ?? "";
        if (KitReferences.IsWithheld(name, chain.Parts))
            return $"{where}: it uses {name}, which is not there while an answer is graded. Write the steps yourself: key, mask, rescaling.";
        return error.Id == "CS0103" && chain.Lost.TryGetValue(name, out var cause) && cause != error
            ? $"{where}: it needs {name}, and that does not compile here ({Sentence(cause, chain)})"
            : $"{where}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} ({error.Id})";
    }

    private static SyntaxNode Parse(string text) => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(text, CellText.Script).GetRoot();

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[b.Length];
    }
}
