namespace DropoutLessons.Grading;

/// <summary>Says what outlives a call.</summary>
internal enum Memory
{
    /// <summary>Nothing: each call starts from its own seed.</summary>
    Fresh,

    /// <summary>The Rngs of the first call; its counter goes on.</summary>
    Rngs,

    /// <summary>The key of the first call.</summary>
    Key,

    /// <summary>The mask of the first call.</summary>
    Mask,
}

/// <summary>Lists what people keep between calls.</summary>
internal static class MemoryChoices
{
    public static Choice<Memory>[] All { get; } =
    [
        Choice<Memory>.Right(Memory.Fresh),
        (Named("rngs-shared", "kept one Rngs for all calls, so a result depends on the calls before it"), Memory.Rngs),
        (Named("key-reused", "kept the first call's key, so the seed of later calls does not matter"), Memory.Key),
        (Named("mask-reused", "drew the mask once and used it again in later calls"), Memory.Mask),
    ];

    private static Fault Named(string name, string sentence) => new(name, sentence)
    {
        Lesson = 6,
        Hints = ["What does your function remember from call to call?", "Make the Rngs inside the function: new Rngs((long)seed), then one key, then one mask."],
    };
}
