namespace DropoutLessons;

/// <summary>Is a Flax Linen module, as far as dropout needs one: it owns no keys, and every call is handed them.</summary>
/// <remarks>Derive from it and call children through the scope. Source: flax/linen/module.py @18f8f311c.</remarks>
public abstract class LinenModule
{
    /// <summary>Name given with <c>name=</c> or as an attribute in <c>setup</c>; null for a name such as Dropout_0, made from class and order.</summary>
    public string? Name { get; init; }

    /// <summary>Class name that automatic names are made from.</summary>
    public virtual string ClassName => GetType().Name;

    /// <summary>Runs the module with <c>module.apply({}, x, rngs=…)</c>.</summary>
    /// <param name="x">input, row-major</param>
    /// <param name="rngs">keys of this call; a bare key counts as "params"; null for none</param>
    /// <param name="deterministic">true at evaluation; null when layers say it themselves</param>
    /// <param name="shape">shape of <paramref name="x"/>; one dimension when null</param>
    /// <param name="hasRngSeparator">Flax's setting <c>flax_fix_rng_separator</c>, which keeps paths such as ("ab", "c") and ("a", "bc") apart; off by default, as in Flax</param>
    /// <param name="version">era whose bits are computed; <see cref="JaxVersion.Formula"/> when null</param>
    /// <exception cref="InvalidRngException">A layer draws and neither its stream nor "params" was handed over.</exception>
    /// <remarks>Pure: equal arguments give equal results, whatever was called before.</remarks>
    public float[] Apply(float[] x, LinenRngs? rngs = null, bool? deterministic = null, IReadOnlyList<int>? shape = null, bool hasRngSeparator = false, JaxVersion? version = null)
    {
        var options = new LinenOptions { Deterministic = deterministic, Shape = shape, HasRngSeparator = hasRngSeparator, Version = version ?? JaxVersion.Formula };
        return Call(new LinenScope(rngs ?? [], options, []), x);
    }

    /// <summary>Computes the output.</summary>
    /// <param name="scope">place in this call: draws keys, calls children</param>
    /// <param name="x">input, row-major</param>
    protected internal abstract float[] Call(LinenScope scope, float[] x);
}

/// <summary>Reports a draw for which no key was handed to <c>apply</c>: <c>flax.errors.InvalidRngError</c>.</summary>
/// <param name="scope">name of the module that draws, "None" for the root</param>
/// <param name="stream">stream it draws from</param>
public sealed class InvalidRngException(string scope, string stream) : Exception(
    $"{scope} needs PRNG for \"{stream}\" (https://flax.readthedocs.io/en/latest/api_reference/flax.errors.html#flax.errors.InvalidRngError)");
