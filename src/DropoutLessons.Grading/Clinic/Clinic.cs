using DropoutLessons.Grading;

namespace DropoutLessons;

/// <summary>Hands out dropout layers that can only be called: most are wrong, and which ones is for a learner's test to say.</summary>
/// <remarks>Right is what draws each element's own coin with keep_prob, equal for equal seeds, divides what is kept by keep_prob, and does nothing at evaluation; which random numbers is not asked.</remarks>
public static class Clinic
{
    /// <summary>How many layers stand behind the doors.</summary>
    internal const int DoorCount = 20;

    /// <summary>Makes the layers behind the doors: four right ones and sixteen wrong ones.</summary>
    /// <returns>new layers, always in the same order; door 1 is the first. One of them counts its calls.</returns>
    public static IReadOnlyList<DropoutForwardFunction> Doors() => [.. Ward().Take(DoorCount).Select(candidate => candidate.Function)];

    /// <summary>Makes the same layers with their names, for when the doors are open.</summary>
    public static IReadOnlyList<ClinicLayer> Opened() => [.. Ward().Take(DoorCount).Select(ClinicLayer.Of)];

    /// <summary>Makes the layers that graders are graded with: six right ones first, then twelve wrong ones. None has a memory.</summary>
    public static IReadOnlyList<ClinicLayer> Bank() => [.. Graded.Select(ClinicLayer.Of)];

    /// <summary>The layers of the clinic, those of hidden checks last.</summary>
    internal static IReadOnlyList<Candidate<DropoutForwardFunction>> Ward() =>
    [
        WrongLayers.NotRescaled, WrongLayers.EvalScaled, RightLayers.OtherEnd, WrongLayers.ExactCount, WrongLayers.SampledWithRate, WrongLayers.RngsShared(), WrongLayers.DividedByRate, RightLayers.Plain, WrongLayers.FlagTruncated, WrongLayers.OneCoin,
        WrongLayers.ScaledTwice, WrongLayers.InPlace, RightLayers.Reciprocal, WrongLayers.SeedIgnored, WrongLayers.FlagInverted, WrongLayers.MultipliedByMask, WrongLayers.SharedByRows, RightLayers.Copying, WrongLayers.FlagIgnored, WrongLayers.MultipliedByKeepProb,
        WrongLayers.DividedByRoot, RightLayers.OwnKey, WrongLayers.RateIgnored, WrongLayers.LeftInPlace,
    ];

    /// <summary>The layers graders are graded with.</summary>
    internal static IReadOnlyList<Candidate<DropoutForwardFunction>> Graded { get; } =
    [
        RightLayers.Plain, RightLayers.Reciprocal, RightLayers.InDouble, RightLayers.OtherEnd, RightLayers.OwnKey, RightLayers.SplitKey,
        WrongLayers.SampledWithRate, WrongLayers.NotRescaled, WrongLayers.DividedByRate, WrongLayers.RateForRate, WrongLayers.MultipliedByKeepProb, WrongLayers.TimesOnePlusRate,
        WrongLayers.DividedByRoot, WrongLayers.ScaledAsAtOneHalf, WrongLayers.ScaledByCount, WrongLayers.RateIgnored, WrongLayers.OneCoin, WrongLayers.LeftInPlace,
    ];
}

/// <summary>Is a layer of the clinic with what is known of it.</summary>
/// <param name="Name">what it does, in a word or three</param>
/// <param name="IsRight">true when nothing is wrong with it</param>
/// <param name="Layer">the layer</param>
public sealed record ClinicLayer(string Name, bool IsRight, DropoutForwardFunction Layer)
{
    internal static ClinicLayer Of(Candidate<DropoutForwardFunction> candidate) =>
        new((candidate.Fault ?? candidate.Variation)!.Name, candidate.Fault is null, candidate.Function);
}
