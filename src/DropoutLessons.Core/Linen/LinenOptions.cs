namespace DropoutLessons;

/// <summary>Says how a Linen module is applied.</summary>
internal sealed record LinenOptions
{
    /// <summary>True at evaluation; handed to every layer's call. Null: each layer says it in its constructor.</summary>
    public bool? Deterministic { get; init; }

    /// <summary>Shape of the activations; one dimension when null.</summary>
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>Flax's configuration <c>flax_fix_rng_separator</c>: keeps paths such as ("ab", "c") and ("a", "bc") apart. Off by default, as in Flax.</summary>
    public bool HasRngSeparator { get; init; }

    /// <summary>Era whose bits are computed.</summary>
    public JaxVersion Version { get; init; } = JaxVersion.Formula;
}
