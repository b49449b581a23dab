namespace DropoutLessons.Grading;

/// <summary>Says where an answer first leaves the reference; element i of a mask is coin i of the stream.</summary>
/// <param name="Probe">the call; never a hidden one</param>
/// <param name="Element">index of the first differing element; null when the results are no arrays, or differ in length or kind</param>
/// <param name="Expected">what should be there</param>
/// <param name="Got">what is there</param>
public sealed record Divergence(Probe Probe, int? Element, string Expected, string Got);
