namespace DropoutLessons;

/// <summary>Names the ways a kept element is scaled; they differ by at most one unit in the last place, and masks never depend on them.</summary>
/// <remarks>Which one JAX computes depends on its version and on jit: see the README of this project.</remarks>
public enum ScaleStep
{
    /// <summary><c>x / keep_prob</c>, correctly rounded: the formula as written, and eager JAX up to jaxlib 0.10.0.</summary>
    IeeeDivision,

    /// <summary><c>x * (1 / keep_prob)</c>, rounded twice: eager JAX from jaxlib 0.10.1 on, for more than one element, and jitted JAX of every version.</summary>
    ReciprocalMultiply,
}
