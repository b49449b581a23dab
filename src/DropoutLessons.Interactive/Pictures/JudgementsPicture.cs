using static System.FormattableString;

namespace DropoutLessons;

/// <summary>Draws what checks say of things that are known to be right or wrong: a row for each check, its errors marked.</summary>
internal static class JudgementsPicture
{
    private const int MostThings = 48;
    private const int MostChecks = 24;
    private const int MostNames = 16;

    public static Picture Draw(IEnumerable<(string Name, bool IsRight)> things, IReadOnlyList<(string Name, IEnumerable<bool> Accepted)> checks)
    {
        ArgumentNullException.ThrowIfNull(things);
        ArgumentNullException.ThrowIfNull(checks);
        (string Name, bool IsRight)[] all = [.. things];
        Row[] rows = [.. checks.Select(check => Row.Of(check.Name, all, [.. check.Accepted]))];
        // The right ones first, so that an error of either kind has its place.
        int[] order = [.. Enumerable.Range(0, all.Length).OrderByDescending(i => all[i].IsRight)], shown = order[..Math.Min(order.Length, MostThings)];
        int right = all.Count(thing => thing.IsRight), columns = Math.Max(1, shown.Length);
        Row[] drawn = [.. rows.Take(MostChecks)];

        var cells = new Cells([.. drawn.Select(row => Array.ConvertAll(shown, i => row.IsError(i) ? 0.0 : 1.0)).DefaultIfEmpty([])], "judged as it is", "error", ("", "×"));
        var panel = new Panel(
            new(right == 0 || right == all.Length ? "layer" : right == 1 ? "layer: 1 is right, the others wrong" : Invariant($"layer: 1 to {right} are right, the others wrong"), -0.5, columns - 0.5) { Names = [.. Enumerable.Range(0, shown.Length).Where(i => columns <= 24 || i % 4 == 0).Select(i => ((double)i, Invariant($"{i + 1}")))] },
            RowNames.Axis([.. drawn.Select(row => row.Name)]), cells);
        string left = (shown.Length < all.Length ? Invariant($" Drawn are {MostThings} of {all.Length} layers.") : "") + (drawn.Length < rows.Length ? Invariant($" Drawn are the first {MostChecks} checks.") : "");
        string said = string.Join("; ", drawn.Select(row => row.Sentence));
        return new("Checks judged", Invariant($"{(said.Length > 0 ? said : "No check was made")}.{left}"), new(panel), new(
            ["check", "right, accepted", "right, refused", "wrong, accepted", "wrong, refused", "judged wrongly"],
            [.. drawn.Select(row => row.Cells([.. order.Where(row.IsError).Select(i => all[i].Name)]))], left.Trim()));
    }

    /// <summary>Holds what one check said.</summary>
    private sealed record Row(string Name, bool[] IsRight, bool[] IsAccepted)
    {
        public static Row Of(string name, (string Name, bool IsRight)[] things, bool[] accepted) => accepted.Length == things.Length
            ? new(name, Array.ConvertAll(things, thing => thing.IsRight), accepted)
            : throw new ArgumentException($"The check \"{name}\" judges {accepted.Length} of {things.Length} layers: there must be one judgement for each.", nameof(accepted));

        public string Sentence => Invariant($"{Name}: {Count(true, false)} of {IsRight.Count(isRight => isRight)} right ones refused, {Count(false, true)} of {IsRight.Count(isRight => !isRight)} wrong ones accepted");

        public bool IsError(int i) => IsRight[i] != IsAccepted[i];

        public string[] Cells(string[] errors) =>
            [Name, Invariant($"{Count(true, true)}"), Invariant($"{Count(true, false)}"), Invariant($"{Count(false, true)}"), Invariant($"{Count(false, false)}"), Listed(errors)];

        private static string Listed(string[] errors) => errors.Length == 0 ? "none" : string.Join(", ", errors.Take(MostNames)) + (errors.Length > MostNames ? Invariant($", and {errors.Length - MostNames} more") : "");

        private int Count(bool isRight, bool isAccepted) => IsRight.Zip(IsAccepted).Count(pair => pair == (isRight, isAccepted));
    }
}
