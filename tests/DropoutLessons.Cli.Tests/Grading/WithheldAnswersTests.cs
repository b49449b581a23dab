using System.Reflection.Metadata;
using DropoutLessons.Cli.Grading;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Holds the process that runs submissions to what it may know.</summary>
public sealed class WithheldAnswersTests(GradingFixture grading) : IClassFixture<GradingFixture>
{
    [Theory]
    [InlineData("MyDropout")]
    [InlineData("NnxDropout")]
    [InlineData("LinenDropout")]
    [InlineData("LinenMyDropout")]
    [InlineData("InvertedDropout")]
    [InlineData("DropoutMask")]
    [InlineData("Reference")]
    [InlineData("Exercises")]
    [InlineData("Check")]
    [InlineData("Show")]
    public void An_answer_or_a_judge_is_not_there(string type)
    {
        Assert.Contains(type, KitReferences.Withheld);
        Assert.DoesNotContain(type, TypesOfWorker());
    }

    [Fact]
    public void The_worker_has_what_an_answer_is_made_of() =>
        Assert.Subset(TypesOfWorker().ToHashSet(), new HashSet<string> { "PrngKey", "Rngs", "RngStream", "JaxVersion", "DropoutForwardFunction" });

    [Fact]
    public void Its_folder_holds_no_other_part_of_the_kit() =>
        Assert.Equal(["DropoutLessons.Worker.dll", "MathNet.Numerics.dll"], Directory.GetFiles(KitReferences.WorkerFolder, "*.dll").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_submission_that_uses_the_kits_layer_is_told_to_write_it()
    {
        var report = (await grading.GradeCodeAsync("""
            float[] dropout_forward(double seed, float[] x, double rate, double deterministic) =>
                new MyDropout(rate, new Rngs((long)seed)).Forward(x, deterministic >= 0.5);
            """)).Report;

        Assert.False(report.Gradable);
        Assert.Contains("uses MyDropout, which is not there while an answer is graded", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_made_in_another_cell_is_traced_to_its_cause()
    {
        var report = (await grading.GradeCodeAsync("""
            var layer = new MyDropout(0.3, new Rngs(7));
            float[] dropout_forward(double seed, float[] x, double rate, double deterministic) => layer.Forward(x, deterministic >= 0.5);
            """)).Report;

        Assert.Contains("needs layer, and that does not compile here", report.Message, StringComparison.Ordinal);
        Assert.Contains("MyDropout", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_of_the_learners_own_may_be_called_MyDropout()
    {
        var report = (await grading.GradeCodeAsync("""
            class MyDropout(double rate, Rngs rngs)
            {
                public float[] Forward(float[] x, bool deterministic)
                {
                    if (deterministic || rate <= 0) return x;
                    bool[] mask = rngs.Dropout().Bernoulli(1 - rate, x.Length);
                    return x.Select((v, i) => mask[i] ? v / (float)(1 - rate) : 0f).ToArray();
                }
            }
            float[] dropout_forward(double seed, float[] x, double rate, double deterministic) =>
                new MyDropout(rate, new Rngs((long)seed)).Forward(x, deterministic >= 0.5);
            """)).Report;

        Assert.Equal("same-bits", report.Class);
    }

    private static string[] TypesOfWorker()
    {
        using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(KitReferences.Worker));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(type => reader.GetString(reader.GetTypeDefinition(type).Name))];
    }
}
