namespace DropoutLessons;

/// <summary>Is the library's layer <c>flax.linen.Dropout</c>.</summary>
/// <remarks>
/// <c>deterministic</c> must be given exactly once, here or at the call. Rate 0 and evaluation return the input before any key is drawn, so a missing key goes
/// unnoticed then. Source: flax/linen/stochastic.py @18f8f311c.
/// </remarks>
/// <param name="rate">fraction dropped on average</param>
/// <param name="deterministic">true at evaluation; null: given at the call</param>
/// <param name="broadcastDims">dimensions along which one coin counts for all; negative ones count from the last</param>
/// <param name="rngCollection">name of the stream</param>
public sealed class LinenDropout(double rate, bool? deterministic = null, IReadOnlyList<int>? broadcastDims = null, string rngCollection = "dropout") : LinenModule
{
    /// <inheritdoc/>
    public override string ClassName => "Dropout";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><c>deterministic</c> was given never or twice; the text is Flax's.</exception>
    protected internal override float[] Call(LinenScope scope, float[] x)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(x);
        return Draw(scope, x.Length).Forward(x);
    }

    private DropoutMask Draw(LinenScope scope, int length)
    {
        bool isDeterministic = (deterministic, scope.Options.Deterministic) switch
        {
            (null, null) => throw new ArgumentException("Parameter \"deterministic\" must be passed to the constructor or at call time."),
            ({ }, { }) => throw new ArgumentException("Parameter \"deterministic\" was passed to the constructor and at call time. Should be passed just once."),
            ({ } mine, null) => mine,
            (null, { } theirs) => theirs,
        };
        return rate == 0 || isDeterministic ? DropoutMask.PassThrough
            : rate == 1 ? DropoutMask.Nothing
            : DropoutMask.Draw(scope.MakeRng(rngCollection), rate, [.. scope.Options.Shape ?? [length]], [.. broadcastDims ?? []], scope.Options.Version);
    }
}
