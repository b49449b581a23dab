namespace DropoutLessons.Worker;

/// <summary>Names what a worker understands on its command line.</summary>
internal static class WorkerArguments
{
    /// <summary>Says that questions come on descriptor 4 and answers go to descriptor 3, so that nothing printed or asked for can disturb them.</summary>
    public const string OwnDescriptors = "--own-descriptors";
}
