namespace DropoutLessons.Grading;

/// <summary>Names parts of the kit that an answer handed in may use beyond keys and streams; nobody is given a part whose use would be the answer.</summary>
[Flags]
public enum KitPart
{
    /// <summary>Keys and streams only.</summary>
    None = 0,

    /// <summary>How Linen hands keys to its modules, and <see cref="LinenMyDropout"/>: for answers that call the layer.</summary>
    Linen = 1,
}
