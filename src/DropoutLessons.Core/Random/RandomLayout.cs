namespace DropoutLessons;

/// <summary>Names the ways JAX has laid Threefry's words out over an array.</summary>
/// <remarks>The layout changes random bits and split keys; seeds, <c>fold_in</c>, stream keys and Linen keys are the same in both.</remarks>
public enum RandomLayout
{
    /// <summary>Element i comes from counter i alone; the default since JAX 0.5.0 (<c>jax_threefry_partitionable</c> on).</summary>
    Partitionable,

    /// <summary>Counters are paired across the halves of the array; the default up to JAX 0.4.38.</summary>
    Original,
}
