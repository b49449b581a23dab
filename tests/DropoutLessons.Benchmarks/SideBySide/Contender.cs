namespace DropoutLessons.Benchmarks.SideBySide;

/// <summary>Is one way to do the work, for one number of elements.</summary>
/// <param name="Name">what tables and charts call it</param>
/// <param name="Run">does the work once</param>
internal sealed record Contender(string Name, Action Run);

/// <summary>Holds the shortest time a contender took.</summary>
/// <param name="Name">the contender</param>
/// <param name="Count">number of elements</param>
/// <param name="Nanoseconds">shortest time for an element</param>
internal sealed record Timing(string Name, int Count, double Nanoseconds);
