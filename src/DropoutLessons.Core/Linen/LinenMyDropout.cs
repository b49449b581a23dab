namespace DropoutLessons;

/// <summary>Is the exercise's layer in Linen: the same arithmetic, but the key comes through the call.</summary>
/// <param name="rate">fraction dropped on average; at or below 0 nothing is dropped</param>
public sealed class LinenMyDropout(double rate) : LinenModule
{
    /// <inheritdoc/>
    public override string ClassName => "MyDropout";

    /// <inheritdoc/>
    protected internal override float[] Call(LinenScope scope, float[] x)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(x);
        if (scope.Options.Deterministic == true || rate <= 0)
            return x;
        var y = new float[x.Length];
        InvertedDropout.Forward(scope.MakeRng("dropout"), x, rate, scope.Options.Version, y);
        return y;
    }
}
