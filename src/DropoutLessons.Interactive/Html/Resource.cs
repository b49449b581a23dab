namespace DropoutLessons;

/// <summary>Reads the scripts and styles embedded in this assembly.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in this assembly.");
        return new StreamReader(stream).ReadToEnd().Trim();
    }
}
