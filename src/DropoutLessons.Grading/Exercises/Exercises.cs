namespace DropoutLessons.Grading;

/// <summary>Lists the exercises of the lessons.</summary>
public static class Exercises
{
    // Found by interface, so that a new lesson's file is all a new lesson needs.
    private static readonly Lazy<Dictionary<string, Exercise>> s_all = new(() =>
        typeof(Exercises).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ILessonExercises)))
            .SelectMany(type => ((ILessonExercises)Activator.CreateInstance(type)!).Exercises)
            .OrderBy(exercise => exercise.Id, StringComparer.Ordinal)
            .ToDictionary(exercise => exercise.Id));

    /// <summary>All exercises, in the order of their lessons.</summary>
    public static IReadOnlyCollection<Exercise> All => s_all.Value.Values;

    /// <summary>Finds an exercise by its id.</summary>
    /// <exception cref="ArgumentException">There is none of that id; the text lists those there are.</exception>
    public static Exercise Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return s_all.Value.GetValueOrDefault(id) ?? throw new ArgumentException($"There is no exercise \"{id}\". There are: {string.Join(", ", s_all.Value.Keys)}.", nameof(id));
    }
}

/// <summary>Defines the exercises of one lesson; a class that implements it is found by itself.</summary>
internal interface ILessonExercises
{
    /// <summary>The exercises, in the order they stand in the lesson.</summary>
    public IEnumerable<Exercise> Exercises { get; }
}
