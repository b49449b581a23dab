using System.Globalization;
using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Rules on words and numbers in prose.</summary>
internal static partial class ProseRules
{
    private static readonly (string Wrong, string Right)[] s_terms =
    [
        (@"NNX", "nnx"), (@"Jax|jax", "JAX"), (@"flax", "Flax"), (@"linen", "Linen"), (@"Pytorch|pytorch|Pytorch", "PyTorch"), (@"numpy|Numpy", "NumPy"),
        (@"[Tt]ensorflow", "TensorFlow"), (@"[Dd]rop-out|[Dd]rop out", "dropout"), (@"keepProb|keep-prob|keep prob", "keep_prob"), (@"[Dd]ropout probability", "rate"),
        (@"bernoulli", "Bernoulli"), (@"gaussian", "Gaussian"), (@"threefry", "Threefry"), (@"c#", "C#"), (@"jupyter", "Jupyter"), (@"[Rr]andom seed", "seed"), (@"prng", "PRNG"),
    ];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("term", lesson => lesson.Source.Cells.Where(cell => !cell.IsCode).SelectMany(cell => s_terms
            .Where(term => Regex.IsMatch(Prose(cell.Text), $@"(?<![\w#/.-])(?:{term.Wrong})(?![\w#/-])", RegexOptions.CultureInvariant))
            .Select(term => LintPlace.At(cell, $"write \"{term.Right}\", as the field does, or mark a name of code with backticks.")))),
        new("number", lesson => lesson.Sections.SelectMany((section, i) => Unsourced(lesson, section, i))),
    ];

    /// <summary>What remains of a text without code, addresses and markup.</summary>
    private static string Prose(string markdown) => NotProse().Replace(markdown, " ");

    private static IEnumerable<LintPlace> Unsourced(LintedLesson lesson, LintSection section, int index)
    {
        // A number may come from a cell above, or from the code and the claims of its own section.
        string code = string.Join('\n', lesson.Sections.Take(index + 1).SelectMany(other => other.Cells).Where(cell => cell.IsCode).Select(cell => cell.Text));
        var known = Number().Matches(code).Select(match => Value(match.Value)).ToHashSet();
        return section.Cells.Where(cell => !cell.IsCode && !cell.Text.Contains("<!-- source:", StringComparison.Ordinal) && !cell.Is(CellTag.Teacher))
            .SelectMany(cell => Number().Matches(Prose(cell.Text)).Select(match => match.Value).Distinct()
                .Where(number => Value(number) is not (0 or 1 or 2) && !known.Contains(Value(number)) && !(number.EndsWith('%') && known.Contains(Value(number[..^1]) / 100)))
                .Select(number => LintPlace.At(cell, $"the number {number} has no source: let a cell above or a claim of this section hold it, or name it in <!-- source: … -->.")));
    }

    private static decimal Value(string number) =>
        decimal.TryParse(number.Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).TrimEnd('%', 'f'), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : -1;

    [GeneratedRegex(@"(?<![\w.])\d[\d_,]*\d(?:\.\d+)?%?|(?<![\w.])\d(?:\.\d+)?%?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`|\]\([^)]*\)|<!--.*?-->|<[^>\n]+>|^#+ .*?$|^\d+\. ", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NotProse();
}
