using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DropoutLessons.Grading.Tests;

/// <summary>Compiles the whole bank at once, each answer in a namespace of its own.</summary>
internal static partial class BankCompilation
{
    private static readonly string[] s_functionNames = ["dropout_forward", "DropoutForward"];

    /// <summary>Compiles and loads; an answer that does not compile fails here, with its name.</summary>
    /// <returns>a function for each answer, new state and all</returns>
    public static IReadOnlyList<Func<double, float[], double, double, float[]>> Load(IReadOnlyList<BankMember> members)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Bank", members.Select(Parse), references, new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5).Select(diagnostic => $"{diagnostic.Location.SourceTree?.FilePath}: {diagnostic}")));
        var types = Assembly.Load(image.ToArray()).GetTypes().ToLookup(type => type.Namespace);
        return [.. members.Select((_, i) => Bind(types[$"Bank{i}"]))];
    }

    private static SyntaxTree Parse(BankMember member, int index)
    {
        string usings = string.Concat(UsingLine().Matches(member.Code).Select(match => match.Value));
        string code = $"using System; using System.Collections.Generic; using System.Linq; using DropoutLessons;\nnamespace Bank{index} {{ {usings} public class Submission {{ {UsingLine().Replace(member.Code, "")} }} }}";
        return CSharpSyntaxTree.ParseText(code, path: member.Name);
    }

    private static Func<double, float[], double, double, float[]> Bind(IEnumerable<Type> types)
    {
        const BindingFlags any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        var member = types.SelectMany(type => type.GetMembers(any)).First(member => s_functionNames.Contains(member.Name));
        object? Owner(bool isStatic) => isStatic ? null : Activator.CreateInstance(member.DeclaringType!);
        return member is FieldInfo field
            ? (Func<double, float[], double, double, float[]>)field.GetValue(Owner(field.IsStatic))!
            : ((MethodInfo)member) is var method ? method.CreateDelegate<Func<double, float[], double, double, float[]>>(Owner(method.IsStatic)) : null!;
    }

    [GeneratedRegex(@"^using [\w.]+;\n", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
