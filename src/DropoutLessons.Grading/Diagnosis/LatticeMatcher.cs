namespace DropoutLessons.Grading;

/// <summary>Finds the points of the lattice that give exactly the outputs seen, step by step instead of point by point.</summary>
/// <remarks>
/// A call takes one of three ways: evaluation, <c>x</c> passed through, or training. The reading of flag and rate says which, so for each of these readings the
/// evaluation and the training calls are matched on their own, a mask at a time, all elements at once. Points with no fault are tried first, then those with one,
/// and so on until some fit: milliseconds for millions of points.
/// </remarks>
internal sealed class LatticeMatcher(IReadOnlyList<DropoutCall> calls)
{
    private const int MostFaults = 8;
    private const int FaultWeight = 100;

    private static readonly (int Scale, int Drop, int Weight)[] s_replacements =
    [
        .. from scale in Enumerable.Range(0, ScaleChoices.All.Length)
           from drop in Enumerable.Range(0, DropChoices.All.Length)
           select (scale, drop, ScaleChoices.All[scale].Weight + DropChoices.All[drop].Weight),
    ];

    private readonly ulong?[,,] _freshMasks = new ulong?[calls.Count, KeyChoices.All.Length, MaskChoices.All.Length];
    private readonly MaskDraw?[,] _freshDraws = new MaskDraw?[calls.Count, KeyChoices.All.Length];

    /// <summary>Returns every point that fits bit for bit and is as simple as any that fits; empty when none does.</summary>
    /// <param name="outputs">one output for each call, in the calls' order</param>
    public IReadOnlyList<Variant> Simplest(IReadOnlyList<float[]> outputs)
    {
        if (calls.Zip(outputs).Any(pair => pair.First.X.Length != pair.Second.Length))
            return [];
        CallMatches[] matches = [.. calls.Zip(outputs, (call, output) => new CallMatches(call, output))];
        for (int faults = 0; faults <= MostFaults; faults++)
        {
            int most = (faults * FaultWeight) + FaultWeight - 1;
            Variant[] fitting = [.. from flag in FlagChoices.All from rate in RateChoices.All from variant in With(flag, rate, most, matches) select variant];
            if (fitting.Length > 0)
                return [.. fitting.Where(variant => variant.Weight == fitting.Min(other => other.Weight))];
        }
        return [];
    }

    private IEnumerable<Variant> With(Choice<FlagStep> flag, Choice<RateStep> rate, int most, CallMatches[] matches)
    {
        most -= flag.Weight + rate.Weight;
        if (most < 0)
            return [];
        var (evaluated, trained) = (new List<int>(), new List<int>());
        for (int i = 0; i < calls.Count; i++)
            if (flag.Apply(calls[i].Deterministic))
                evaluated.Add(i);
            else if (!rate.Apply(calls[i].Rate))
                trained.Add(i);
            else if (!matches[i].IsX)
                return [];
        Choice<EvalStep>[] evals = [.. EvalChoices.All.Where(eval => eval.Weight <= most && evaluated.TrueForAll(i => matches[i].IsEval(eval.Apply)))];
        return evals.Length == 0 ? []
            : Trainings(trained, most - evals.Min(eval => eval.Weight), matches)
                .SelectMany(training => evals.Select(eval => training with { Flag = flag, Rate = rate, Eval = eval }));
    }

    private List<Variant> Trainings(List<int> trained, int most, CallMatches[] matches)
    {
        if (trained.Count == 0)
            return [Variant.Right];
        var found = new List<Variant>();
        foreach (var memory in MemoryChoices.All)
            for (int key = 0; key < KeyChoices.All.Length; key++)
                for (int mask = 0; mask < MaskChoices.All.Length; mask++)
                {
                    int left = most - memory.Weight - KeyChoices.All[key].Weight - MaskChoices.All[mask].Weight;
                    // The first call that draws has nothing to remember yet, so its mask is the same whatever is kept.
                    if (left >= 0 && matches[trained[0]].MayBe(FreshMask(trained[0], key, mask)))
                        foreach (var (scale, drop, _) in Replacements(memory.Apply, key, mask, left, trained, matches))
                            found.Add(Variant.Right with { Memory = memory, Key = KeyChoices.All[key], Mask = MaskChoices.All[mask], Scale = ScaleChoices.All[scale], Drop = DropChoices.All[drop] });
                }
        return found;
    }

    private (int Scale, int Drop, int Weight)[] Replacements(Memory memory, int key, int mask, int most, List<int> trained, CallMatches[] matches)
    {
        var source = new MaskSource(memory, KeyChoices.All[key].Apply, MaskChoices.All[mask].Apply);
        ulong[] masks = new ulong[trained.Count];
        for (int i = 0; i < masks.Length; i++)
        {
            masks[i] = memory == Memory.Fresh ? FreshMask(trained[i], key, mask) : source.Next(calls[trained[i]]);
            if (!matches[trained[i]].MayBe(masks[i]))
                return [];
        }
        var alive = Array.FindAll(s_replacements, choice => choice.Weight <= most);
        for (int i = 0; i < masks.Length && alive.Length > 0; i++)
            alive = Array.FindAll(alive, choice => matches[trained[i]].Fits(masks[i], choice.Scale, choice.Drop));
        return alive;
    }

    private ulong FreshMask(int call, int key, int mask) => _freshMasks[call, key, mask] ??=
        MaskChoices.All[mask].Apply(_freshDraws[call, key] ??= MaskSource.Draw(KeyChoices.All[key].Apply, calls[call].Seed, 0, calls[call]));
}
