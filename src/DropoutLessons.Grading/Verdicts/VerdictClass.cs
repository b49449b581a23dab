namespace DropoutLessons.Grading;

/// <summary>Says how an answer stands to JAX's result.</summary>
public enum VerdictClass
{
    /// <summary>Every bit is JAX's.</summary>
    SameBits,

    /// <summary>Right up to one unit in the last place: another order of rounding.</summary>
    WithinOneUlp,

    /// <summary>Some value differs.</summary>
    Wrong,

    /// <summary>The stub is still in place.</summary>
    NotSolved,

    /// <summary>The answer threw an exception.</summary>
    Threw,
}
