using System.Text.RegularExpressions;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Rules on what a lesson refers to: other files, pictures, types of the kit.</summary>
internal static partial class ReferenceRules
{
    private static readonly HashSet<string> s_types =
        [.. new[] { typeof(PrngKey), typeof(DigitsNetwork), typeof(Show), typeof(Verdict) }.SelectMany(type => type.Assembly.GetExportedTypes()).Select(type => type.Name.Split('`')[0])];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("link", lesson => lesson.Source.Cells.Where(cell => !cell.IsCode).SelectMany(cell => Link().Matches(cell.Text).Select(link => link.Groups[1].Value)
            .Where(target => !IsThere(target, lesson)).Select(target => LintPlace.At(cell, $"the link to \"{target}\" leads nowhere; links are relative, to files beside the lesson.")))),
        new("alt", lesson => lesson.Source.Cells.Where(cell => !cell.IsCode && NoAlternative().IsMatch(cell.Text))
            .Select(cell => LintPlace.At(cell, "a picture has no text for those who cannot see it: ![what it shows](file)."))),
        new("introduces", lesson => Unknown(lesson).Concat(Unused(lesson))),
    ];

    private static bool IsThere(string target, LintedLesson lesson) =>
        target.StartsWith("https://", StringComparison.Ordinal) || target.StartsWith('#')
        || lesson.Course.Any(other => $"{other.Id}.ipynb" == target) || File.Exists(Path.Combine(lesson.Notebooks, target));

    private static IEnumerable<LintPlace> Unknown(LintedLesson lesson)
    {
        var known = lesson.Course.TakeWhile(other => other != lesson.Source).Append(lesson.Source).SelectMany(other => other.Facts.Introduces).ToHashSet();
        return lesson.Source.Cells.Where(cell => cell.IsCode && !cell.Is(CellTag.Claim)).SelectMany(cell => Used(cell).Where(type => !known.Contains(type))
            .Select(type => LintPlace.At(cell, $"{type} is used before any lesson introduces it: name it under introduces, in the head of the lesson that explains it.")));
    }

    private static IEnumerable<LintPlace> Unused(LintedLesson lesson)
    {
        var earlier = lesson.Course.TakeWhile(other => other != lesson.Source).SelectMany(other => other.Facts.Introduces).ToHashSet();
        var used = lesson.Source.Cells.Where(cell => cell.IsCode).SelectMany(Used).ToHashSet();
        return lesson.Source.Facts.Introduces.Where(type => earlier.Contains(type) || !used.Contains(type))
            .Select(type => new LintPlace(1, $"the head says the lesson introduces {type}, which {(earlier.Contains(type) ? "an earlier lesson does" : "none of its cells uses")}."));
    }

    private static IEnumerable<string> Used(SourceCell cell) => Identifier().Matches(cell.Text).Select(match => match.Value).Where(s_types.Contains).Distinct();

    // Not the name of a property that is set, such as Fault in new() { Fault = … }.
    [GeneratedRegex(@"(?<!\.)\b[A-Z]\w+\b(?!\s*=(?![=>]))")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<!\$)\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[\s*\]\(|<img(?![^>]*\balt=""[^""]+"")")]
    private static partial Regex NoAlternative();
}
