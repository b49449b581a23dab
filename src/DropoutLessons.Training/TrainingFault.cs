namespace DropoutLessons;

/// <summary>Names the ways dropout can be wrong in a training run.</summary>
public enum TrainingFault
{
    /// <summary>Dropout as it should be.</summary>
    None,

    /// <summary>Kept activations are not divided by <c>keep_prob</c>.</summary>
    NoRescale,

    /// <summary>The mask is drawn with <c>rate</c> instead of <c>keep_prob</c>.</summary>
    WrongP,

    /// <summary>One key, drawn once, serves every step.</summary>
    SameMask,
}
