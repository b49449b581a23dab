namespace DropoutLessons.Cli.Grading;

/// <summary>Says how much a submission may use.</summary>
internal sealed record ResourceLimits
{
    /// <summary>Wall time from the start of its process to its last answer.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of managed memory.</summary>
    public long Memory { get; init; } = 256L << 20;

    /// <summary>Bytes of address space, managed and not; the runtime itself reserves 0.9 GB of it.</summary>
    public long AddressSpace { get; init; } = 1536L << 20;

    /// <summary>Bytes of files it may write, all of them gone afterwards.</summary>
    public long Disk { get; init; } = 16L << 20;

    /// <summary>Files, pipes and the like open at once.</summary>
    public int OpenFiles { get; init; } = 128;

    /// <summary>Characters of one message to the grader; more is torn off, and a torn message is no answer.</summary>
    public int MessageLength { get; init; } = 8 << 20;
}
