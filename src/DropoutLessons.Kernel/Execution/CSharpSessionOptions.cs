namespace DropoutLessons.Kernel;

/// <summary>Says how a <see cref="CSharpSession"/> is set up.</summary>
public sealed record CSharpSessionOptions
{
    /// <summary>Folder that relative paths in <c>#r</c> start from; the current folder by default.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Namespaces every cell sees without a <c>using</c>; those of .NET Interactive, so that notebooks mean the same in both.</summary>
    public IReadOnlyList<string> Usings { get; init; } =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];
}
