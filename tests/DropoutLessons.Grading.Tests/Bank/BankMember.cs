using System.Text.RegularExpressions;

namespace DropoutLessons.Grading.Tests;

/// <summary>Is one answer of the bank.</summary>
/// <param name="Name">style and faults, or the file it stands in</param>
/// <param name="Code">C# as a learner would hand it in</param>
/// <param name="Faults">what is wrong with it; none for a right answer</param>
internal sealed partial record BankMember(string Name, string Code, IReadOnlyList<string> Faults)
{
    private const int StylesPerFault = 3;
    private const int EveryPair = 8;

    private static readonly (string Name, string Code)[] s_styles = Files("styles");

    /// <summary>Right and wrong answers; the order, and so every style's share, is fixed.</summary>
    public static IReadOnlyList<BankMember> All { get; } = [.. RightInEveryStyle(), .. ByHand("right"), .. SinglesInSomeStyles(), .. PairsInTurn(), .. ByHand("wrong")];

    private static IEnumerable<BankMember> RightInEveryStyle() =>
        s_styles.SelectMany((style, i) => new Fragment?[] { null, Fragment.Right[0], Fragment.Right[1], Fragment.Right[2 + (i % (Fragment.Right.Count - 2))] }
            .Select(other => Fill(style, other is null ? [] : [other])));

    private static IEnumerable<BankMember> SinglesInSomeStyles() =>
        Fragment.Wrong.SelectMany((wrong, i) => Enumerable.Range(0, StylesPerFault).Select(turn => Fill(s_styles[((i * StylesPerFault) + turn) % s_styles.Length], [wrong])));

    private static IEnumerable<BankMember> PairsInTurn() =>
        Fragment.Wrong.SelectMany((first, i) => Fragment.Wrong.Skip(i + 1).Where(second => second.Slot != first.Slot).Select(second => (first, second)))
            .Where((_, i) => i % EveryPair == 0)
            .Select((pair, i) => Fill(s_styles[i % s_styles.Length], [pair.first, pair.second]));

    private static BankMember Fill((string Name, string Code) style, Fragment[] fragments)
    {
        string code = Slot().Replace(style.Code, slot => fragments.FirstOrDefault(fragment => fragment.Slot == slot.Value)?.Code ?? Fragment.Usual[slot.Value]);
        string[] faults = [.. fragments.Select(fragment => fragment.Fault).Where(fault => fault.Length > 0)];
        return new($"{style.Name}: {(fragments.Length == 0 ? "as usual" : string.Join(" + ", fragments.Select(fragment => fragment.Code)))}", code, faults);
    }

    // A file is called by its faults, then by what is special about it: not-rescaled+sampled-with-rate.numpy-habit.cs.
    private static IEnumerable<BankMember> ByHand(string kind) =>
        Files(Path.Combine("bank", kind)).Select(file => new BankMember(file.Name, file.Code, kind == "right" ? [] : file.Name.Split('.')[0].Split('+')));

    private static (string Name, string Code)[] Files(string folder) =>
        [.. Directory.GetFiles(TestFiles.At("tests", "submissions", folder), "*.cs").Order(StringComparer.Ordinal).Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];

    [GeneratedRegex(@"\b(FLAG|PASS|EVAL|KEY|MASK|SCALE|DROP|STATE)\b")]
    private static partial Regex Slot();
}
