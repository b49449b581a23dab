using Microsoft.CodeAnalysis;

namespace DropoutLessons.Cli.Grading;

/// <summary>Compiles a submission and finds the answer in it. Nothing of it runs here.</summary>
internal static class SubmissionCompiler
{
    /// <summary>Compiles <paramref name="cells"/> as a notebook's kernel would, and names the answer.</summary>
    /// <param name="cells">the submission, in the order it was handed in</param>
    /// <param name="sought">what it has to define</param>
    /// <param name="cancellation">gives up</param>
    public static CompiledSubmission Compile(IReadOnlyList<SubmittedCell> cells, AnswerSought sought, CancellationToken cancellation = default)
    {
        var chain = new CellChain(sought.Parts, cancellation);
        chain.Add(cells.Where(cell => cell.IsCode).Select(cell => cell with { Code = CellText.Plain(cell.Code) }));
        var found = chain.Cells
            .SelectMany((cell, i) => AnswerDeclaration.In(cell.Tree.GetRoot()).Where(declaration => sought.Names.Contains(declaration.Name)).Select(declaration => (Cell: i, Declaration: declaration)))
            .ToArray();
        if (NoAnswer.IsTwiceInOneCell(chain, sought))
            return CompiledSubmission.NotUsable(NoAnswer.Broken(chain, sought) + " Delete one of the two.");
        // A stub left behind by copying says nothing once there is a solution.
        var solved = found.Where(entry => !entry.Declaration.IsStub).ToArray();
        foreach (var (cell, declaration) in (solved.Length > 0 ? solved : found).Reverse())
        {
            // The second form takes what C# itself would take in a call: optional parameters, a span for an array.
            foreach (string expression in Forms(sought.DelegateType, declaration.Expression))
                if (chain.Bind(cell, expression) is { Errors.Count: 0 } bound)
                    return new(chain.Take(cell, bound), null, Note(chain, sought, solved, cell), Suggestions.Of(chain.Cells[cell], declaration));
        }
        return CompiledSubmission.NotUsable(found.Length > 0 ? WhyNotBound(chain, sought, found[^1]) : NoAnswer.Explain(cells, chain, sought));
    }

    private static string[] Forms(string delegateType, string answer)
    {
        int parameters = DelegateTypes.ParameterCount(delegateType);
        string arguments = string.Join(", ", Enumerable.Range(1, parameters).Select(i => $"argument{i}"));
        return [$"new {delegateType}({answer})", $"new {delegateType}(({arguments}) => {answer}({arguments}))"];
    }

    private static string? Note(CellChain chain, AnswerSought sought, (int Cell, AnswerDeclaration Declaration)[] solved, int chosen)
    {
        string[] places = [.. solved.Select(entry => chain.Cells[entry.Cell].Tree.FilePath).Distinct()];
        if (NoAnswer.Broken(chain, sought) is { } broken)
            return $"{broken} It was left out, and the definition in {chain.Cells[chosen].Tree.FilePath} was graded.";
        return places.Length < 2 ? null
            : $"{sought.Names[0]} is defined in {string.Join(", ", places[..^1])} and {places[^1]}; the one in {chain.Cells[chosen].Tree.FilePath} was graded. Delete the others to be sure that it is the one you mean.";
    }

    private static string WhyNotBound(CellChain chain, AnswerSought sought, (int Cell, AnswerDeclaration Declaration) found)
    {
        var (cell, declaration) = found;
        string place = chain.Cells[cell].Tree.FilePath;
        return chain.Bind(cell, Forms(sought.DelegateType, declaration.Expression)[0]).Errors.Any(error => error.Id == "CS0122")
            ? $"{declaration.Name} in {place} is private to its class: write \"public static\" before it."
            : $"{declaration.Name} in {place} has another signature than the exercise's. Write {sought.Signature}.";
    }
}
