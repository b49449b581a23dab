namespace DropoutLessons.Grading;

/// <summary>Describes outputs that no point of the lattice gives: how many are kept, how they are scaled, what the random numbers depend on.</summary>
/// <param name="Faults">what is wrong, by name; empty when even the properties say nothing</param>
/// <param name="IsSameDistribution">true when only the random numbers are others than the reference's</param>
internal sealed record Properties(IReadOnlyList<Fault> Faults, bool IsSameDistribution)
{
    private static readonly Fault s_otherNumbers = new("other-random-numbers", "draws with other random numbers than JAX for the same seed, such as those of System.Random")
    {
        Lesson = 6,
        Hints = ["Where do your random numbers come from?", "From the key: new Rngs((long)seed).Dropout(), then key.Bernoulli."],
    };

    private static readonly Fault s_notReproducible = new("not-reproducible", "gives different results for equal calls, so its random numbers do not come from the seed alone")
    {
        Lesson = 6,
        Hints = ["Call your function twice with the same seed. What should happen?", "Everything random must come from a key made of the seed, inside the function."],
    };

    private static readonly Fault s_dependsOnX = new("mask-depends-on-x", "lets the activations decide what is dropped; the mask depends on the seed, the rate and the length alone") { Lesson = 1 };

    private static readonly Fault s_seedIgnored = Named(KeyChoices.All.Select(choice => choice.Fault), "seed-ignored");

    private static readonly (Fault? Fault, Func<double, double> Factor)[] s_factors =
    [
        (null, rate => 1 / (1 - rate)),
        .. ((string Name, Func<double, double> Factor)[])
        [
            ("not-rescaled", _ => 1), ("divided-by-rate", rate => 1 / rate), ("multiplied-by-keep-prob", rate => 1 - rate), ("multiplied-by-rate", rate => rate),
            ("scaled-twice", rate => 1 / ((1 - rate) * (1 - rate))), ("divided-by-root", rate => 1 / Math.Sqrt(1 - rate)), ("multiplied-by-one-plus-rate", rate => 1 + rate), ("scaled-as-at-one-half", _ => 2),
        ] is var wrong ? wrong.Select(law => ((Fault?)Named(ScaleChoices.All.Select(choice => choice.Fault), law.Name), law.Factor)) : [],
    ];

    private static readonly (Fault? Fault, Func<double, double> Fraction)[] s_fractions =
    [
        (null, rate => 1 - rate),
        (Named(MaskChoices.All.Select(choice => choice.Fault), "sampled-with-rate"), rate => rate),
        (Named(MaskChoices.All.Select(choice => choice.Fault), "rate-ignored"), _ => 0.5),
    ];

    /// <summary>Examines the outputs of calls made in order.</summary>
    /// <param name="calls">the calls</param>
    /// <param name="outputs">what they gave, as long as their activations</param>
    /// <param name="isRestRight">true when every call that draws no mask gave what it should</param>
    public static Properties Of(IReadOnlyList<DropoutCall> calls, IReadOnlyList<float[]> outputs, bool isRestRight)
    {
        TrainingCall[] trained = [.. calls.Zip(outputs, TrainingCall.Of).OfType<TrainingCall>()];
        if (trained.Length < 2 || !trained.All(call => call.HasOneFactor))
            return new([], false);
        var scaled = s_factors.Where(law => trained.All(call => call.IsScaledBy(law.Factor(call.Rate)))).Select(law => ((Fault?, bool))(law.Fault, true)).FirstOrDefault();
        var kept = HowManyAreKept(trained);
        if (!scaled.Item2 || !kept.IsKnown)
            return new([], false);
        Fault[] faults = [.. new[] { WhatDecides(trained), kept.Fault, scaled.Item1 }.OfType<Fault>()];
        return new(faults, isRestRight && kept.Fault is null && scaled.Item1 is null && faults is [{ Name: "other-random-numbers" or "not-reproducible" }]);
    }

    private static (bool IsKnown, Fault? Fault) HowManyAreKept(TrainingCall[] trained)
    {
        var whole = trained.Where(call => call.IsAllTelling).ToArray();
        if (whole.All(call => call.Kept == (int)Math.Round(call.Length * (1 - call.Rate))) || whole.All(call => call.Kept == (int)(call.Length * (1 - call.Rate))))
            return (true, Named(MaskChoices.All.Select(choice => choice.Fault), "exact-count"));
        // Chi-squared with as many degrees of freedom as calls; beyond five standard deviations chance explains nothing.
        double limit = trained.Length + (5 * Math.Sqrt(2.0 * trained.Length));
        var (fault, fraction) = s_fractions.OrderBy(law => trained.Sum(call => call.Surprise(law.Fraction(call.Rate)))).First();
        return (trained.Sum(call => call.Surprise(fraction(call.Rate))) <= limit, fault);
    }

    private static Fault? WhatDecides(TrainingCall[] trained)
    {
        if (trained.All(call => call.HasReferenceMask))
            return null;
        var pairs = trained.SelectMany((first, i) => trained.Skip(i + 1).Select(second => (First: first, Second: second))).Where(pair => pair.First.Rate == pair.Second.Rate && pair.First.Call.X.Length == pair.Second.Call.X.Length).ToArray();
        if (pairs.Any(pair => pair.First.IsSameCall(pair.Second) && pair.First.Mask != pair.Second.Mask))
            return s_notReproducible;
        if (pairs.Any(pair => pair.First.Seed == pair.Second.Seed && !pair.First.AgreesWith(pair.Second)))
            return s_dependsOnX;
        if (pairs.Any(pair => pair.First.Seed != pair.Second.Seed) && pairs.Where(pair => pair.First.Seed != pair.Second.Seed).All(pair => pair.First.AgreesWith(pair.Second)))
            return s_seedIgnored;
        return s_otherNumbers;
    }

    private static Fault Named(IEnumerable<Fault?> faults, string name) => faults.First(fault => fault?.Name == name)!;
}
