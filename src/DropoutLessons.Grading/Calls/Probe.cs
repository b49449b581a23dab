namespace DropoutLessons.Grading;

/// <summary>Holds the arguments of one call of an answer whose result tells faults apart; for a layer, of one making and the calls that follow.</summary>
/// <remarks>Probes of one exercise are called in order in one process, so state an answer keeps between calls shows. Everything in it is a plain value (see <see cref="PlainValue"/>).</remarks>
/// <param name="Id">short name, unique within a set</param>
/// <param name="Arguments">arguments of the answer; arrays are copied before each call, so that an answer that writes into its input harms no later probe</param>
public sealed record Probe(string Id, IReadOnlyList<object?> Arguments)
{
    /// <summary>Arguments of the calls made on what the answer returned, in order; empty when the returned value itself is the result.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Calls { get; init; } = [];

    /// <summary>What the probe looks at, in words that give away neither inputs nor bits, such as "training at a low rate".</summary>
    public string Purpose { get; init; } = "";

    /// <summary>True for a probe drawn from a teacher's secret: no message may reveal its arguments or the expected result.</summary>
    public bool IsHidden { get; init; }
}
