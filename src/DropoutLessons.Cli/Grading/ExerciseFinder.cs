using System.Text.RegularExpressions;
using DropoutLessons.Grading;
using Microsoft.CodeAnalysis.CSharp;

namespace DropoutLessons.Cli.Grading;

/// <summary>Finds out which exercises a submission answers.</summary>
internal static partial class ExerciseFinder
{
    /// <summary>What is graded when nothing in the submission says otherwise.</summary>
    public const string Default = "15-dropout-forward";

    /// <summary>Finds them by the checks the submission calls, else by the names of its functions.</summary>
    /// <returns>at least one</returns>
    /// <exception cref="UnusableInputException">Its functions could answer several exercises.</exception>
    public static IReadOnlyList<Exercise> Of(Submission submission)
    {
        var checkedOnes = submission.Cells.Where(cell => cell.IsCode).SelectMany(cell => Checks(cell.Code)).Distinct().ToArray();
        if (checkedOnes.Length > 0)
            return checkedOnes;
        var functions = submission.Cells.SelectMany(cell => AnswerDeclaration.In(CSharpSyntaxTree.ParseText(CellText.Plain(cell.Code), CellText.Script).GetRoot()))
            .Where(declaration => declaration.ParameterTypes is not null).ToArray();
        var fallback = Exercises.Find(Default);
        var named = Exercises.All.Where(IsFunction).Where(exercise => functions.Any(function => exercise.FunctionNames.Contains(function.Name))).ToArray();
        var fitting = named.Where(exercise => functions.Any(function => Fits(exercise, function))).ToArray();
        if (named.Contains(fallback) || named.Length == 0)
            return [fallback];
        // Lessons share names such as forward; what is taken tells them apart. One that fits none of several is the main exercise under another name.
        return fitting.Length switch
        {
            1 => fitting,
            0 => named.Length == 1 ? named : [fallback],
            _ => throw new UnusableInputException($"{submission.File} could answer {string.Join(" or ", fitting.Select(exercise => exercise.Id))}. Say which with --exercise."),
        };
    }

    private static bool Fits(Exercise exercise, AnswerDeclaration function) =>
        exercise.FunctionNames.Contains(function.Name) && function.ParameterTypes!.Count == exercise.Signature.Parameters.Count
        && function.ParameterTypes.Zip(exercise.Signature.Parameters).All(pair => pair.First.Length == 0 || pair.First == Signature.NameOf(pair.Second.Type));

    /// <summary>Finds the exercise called <paramref name="id"/>.</summary>
    /// <exception cref="UnusableInputException">There is none, or it asks for a prediction, which is no function.</exception>
    public static Exercise Named(string id) =>
        Exercises.All.Where(IsFunction).FirstOrDefault(exercise => exercise.Id == id)
        ?? throw new UnusableInputException($"There is no exercise \"{id}\". There are: {string.Join(", ", Exercises.All.Where(IsFunction).Select(exercise => exercise.Id))}.");

    private static IEnumerable<Exercise> Checks(string code) =>
        CheckCall().Matches(code)
            .Select(call => call.Groups["id"] is { Success: true } id ? id.Value : call.Groups["name"].Value == "DropoutForward" ? Default : "")
            .SelectMany(id => Exercises.All.Where(exercise => exercise.Id == id && IsFunction(exercise)));

    private static bool IsFunction(Exercise exercise) => exercise.Signature.Parameters.Count > 0;

    [GeneratedRegex("""\bCheck\s*\.\s*(?<name>\w+)\s*\(\s*("(?<id>[^"]*)")?""")]
    private static partial Regex CheckCall();
}
