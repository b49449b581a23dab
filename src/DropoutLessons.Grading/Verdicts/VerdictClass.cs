namespace DropoutLessons.Grading;

/// <summary>Says how an answer stands to the reference.</summary>
public enum VerdictClass
{
    /// <summary>Every bit is the reference's.</summary>
    SameBits,

    /// <summary>Right up to one unit in the last place: another order of rounding.</summary>
    WithinOneUlp,

    /// <summary>The right distribution with other random numbers; right where the exercise allows it.</summary>
    SameDistribution,

    /// <summary>Some value differs.</summary>
    Wrong,

    /// <summary>The stub is still in place.</summary>
    NotSolved,

    /// <summary>The answer threw an exception.</summary>
    Threw,

    /// <summary>There is nothing to judge, such as a function of another signature; it counts as no try.</summary>
    NotGradable,
}
