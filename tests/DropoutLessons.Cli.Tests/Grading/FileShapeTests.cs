namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Grades C# files written as people write C#.</summary>
public sealed class FileShapeTests(GradingFixture grading) : IClassFixture<GradingFixture>
{
    private const string Body = """
        {
            if (deterministic >= 0.5 || rate <= 0) return x.ToArray();
            bool[] mask = new Rngs((long)seed).Dropout().Bernoulli(1 - rate, x.Length);
            var y = new float[x.Length];
            for (int i = 0; i < x.Length; i++)
                y[i] = mask[i] ? x[i] / (float)(1 - rate) : 0f;
            return y;
        }
        """;

    private const string Function = "float[] dropout_forward(double seed, float[] x, double rate, double deterministic)\n" + Body;

    private static readonly Dictionary<string, string> s_shapes = new()
    {
        ["a function alone"] = Function,
        ["a namespace for the whole file"] = $"using System;\n\nnamespace Homework.Week3;\n\npublic static class Answer\n{{\n    public static {Function}\n}}",
        ["a namespace with braces and usings inside"] = $"namespace Homework\n{{\n    using System.Linq;\n    public class Answer {{ public {Function} }}\n}}",
        ["a program with a Main"] = $"using System;\nclass Program\n{{\n    static void Main(string[] args) => Console.WriteLine(dropout_forward(1, [1f], 0.3, 0)[0]);\n    public static {Function}\n}}",
        ["a class within a class"] = $"public class Outer {{ public static class Inner {{ public static {Function} }} }}",
        ["a record with an instance method"] = $"record Layer {{ public {Function} }}",
        ["a lambda in a variable"] = $"Func<double, float[], double, double, float[]> dropout_forward = (seed, x, rate, deterministic) =>\n{Body};",
        ["a lambda in var"] = $"var dropout_forward = (double seed, float[] x, double rate, double deterministic) =>\n{Body};",
        ["an optional parameter more"] = Function.Replace("double deterministic)", "double deterministic, bool verbose = false)", StringComparison.Ordinal),
        ["a span for the activations"] = Function.Replace("float[] x", "ReadOnlySpan<float> x", StringComparison.Ordinal),
        ["the other name"] = Function.Replace("dropout_forward", "DropoutForward", StringComparison.Ordinal),
        ["both names"] = Function + "\nfloat[] DropoutForward(double seed, float[] x, double rate, double deterministic) => dropout_forward(seed, x, rate, deterministic);",
        ["statements around it"] = $"Console.WriteLine(\"start\");\n{Function}\nforeach (int i in Enumerable.Range(0, 3)) Console.WriteLine(dropout_forward(i, [1f, 2f], 0.3, 0).Length);",
        ["Windows line ends and a byte order mark"] = "\uFEFF" + Function.Replace("\n", "\r\n", StringComparison.Ordinal),
        ["names with umlauts"] = "// Größe\nint größe = 1;\n" + Function,
        ["await before it"] = "await Task.Delay(1);\n" + Function,
        ["unsafe code and pointers"] = "unsafe int Four() { int four = 4; int* p = &four; return *p; }\n" + Function,
        ["MathNet"] = "using MathNet.Numerics.LinearAlgebra;\n" + Function.Replace("return y;", "return Vector<float>.Build.DenseOfArray(y).ToArray();", StringComparison.Ordinal),
    };

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_right_answer_is_right_in_every_shape(string shape)
    {
        var report = (await grading.GradeCodeAsync(s_shapes[shape])).Report;

        Assert.True(report.Accepted, report.Message);
        Assert.Equal("same-bits", report.Class);
    }

    [Fact]
    public async Task An_exception_of_the_learners_keeps_its_own_lines_and_no_others()
    {
        var graded = await grading.GradeCodeAsync("""
            float Third(float[] x) => x[3_000];
            float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
            {
                return [Third(x)];
            }
            """);

        Assert.Equal("threw", graded.Report.Class);
        Assert.Equal(["Third, answer.cs, line 1", "dropout_forward, answer.cs, line 4"], graded.Trace);
    }
}
