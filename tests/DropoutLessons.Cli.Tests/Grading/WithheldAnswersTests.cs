using System.Reflection.Metadata;
using DropoutLessons.Cli.Grading;
using DropoutLessons.Grading;

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
        Assert.True(KitReferences.IsWithheld(type, KitPart.None));
        Assert.DoesNotContain(type, TypesOf(KitReferences.Worker));
    }

    [Fact]
    public void The_worker_has_what_an_answer_is_made_of() =>
        Assert.Subset(TypesOf(KitReferences.Worker).ToHashSet(), new HashSet<string> { "PrngKey", "Rngs", "RngStream", "JaxVersion", "DropoutForwardFunction" });

    [Fact]
    public void Its_folder_holds_no_other_part_of_the_kit() =>
        Assert.Equal(["DropoutLessons.Worker.dll", "MathNet.Numerics.dll"], Directory.GetFiles(KitReferences.WorkerFolder, "*.dll").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void A_part_of_the_kit_goes_to_the_answers_that_are_about_it_only() =>
        Assert.Equal([("08-apply", KitPart.Linen)], Exercises.All.Where(exercise => exercise.Parts != KitPart.None).Select(exercise => (exercise.Id, exercise.Parts)));

    [Fact]
    public void The_part_on_Linen_holds_no_layer_but_the_one_that_is_called()
    {
        var held = TypesOf(Assert.Single(KitReferences.PartFiles(KitPart.Linen))).ToHashSet();

        Assert.Subset(held, new HashSet<string> { "LinenRngs", "LinenModule", "LinenScope", "LinenMyDropout" });
        Assert.Empty(held.Intersect(["MyDropout", "NnxDropout", "LinenDropout", "DropoutMask", "Reference", "Exercises", "Check"]));
        Assert.False(KitReferences.IsWithheld("LinenMyDropout", KitPart.Linen));
        Assert.True(KitReferences.IsWithheld("MyDropout", KitPart.Linen));
    }

    [Fact]
    public async Task An_answer_may_call_the_layer_its_exercise_is_about_and_another_in_the_same_notebook_may_not()
    {
        using var folder = new TemporaryFolder();
        var notebook = HandedInNotebook.With("""
            float[] Run(float[] x, double rate, PrngKey root, int step, bool deterministic) =>
                new LinenMyDropout(rate).Apply(x, new LinenRngs { { "dropout", root.FoldIn(step) } }, deterministic);
            """);
        notebook.Cells.Add(HandedInNotebook.Code("Check.Answer(\"08-apply\", Run)"));
        notebook.Cells.Add(HandedInNotebook.Code("""
            float[] dropout_forward(double seed, float[] x, double rate, double deterministic) =>
                new LinenMyDropout(rate).Apply(x, new LinenRngs { { "dropout", new Rngs((long)seed).Dropout() } }, deterministic >= 0.5);
            """));
        notebook.Cells.Add(HandedInNotebook.Code("Check.Answer(\"15-dropout-forward\", dropout_forward)"));

        var graded = await grading.GradeAllAsync(notebook.Save(folder, "both.ipynb"));

        Assert.Equal(["same-bits", "not-gradable"], graded.OrderBy(result => result.Exercise, StringComparer.Ordinal).Select(result => result.Report.Class));
        Assert.Contains("LinenMyDropout, which is not there while an answer is graded", graded.Single(result => result.Exercise == "15-dropout-forward").Report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_is_not_allowed_is_not_found_by_reflection_either()
    {
        var report = (await grading.GradeCodeAsync("""
            float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
            {
                var loaded = AppDomain.CurrentDomain.GetAssemblies().SelectMany(assembly => assembly.GetTypes()).Any(type => type.Name.StartsWith("Linen"));
                string[] files = System.IO.Directory.GetFiles(AppContext.BaseDirectory, "*Linen*", System.IO.SearchOption.AllDirectories);
                throw new InvalidOperationException($"loaded {loaded}, named {Type.GetType("DropoutLessons.LinenMyDropout, DropoutLessons.Worker.Linen") != null}, files {files.Length}");
            }
            """)).Report;

        Assert.Contains("loaded False, named False, files 0", report.Message, StringComparison.Ordinal);
    }

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

    private static string[] TypesOf(string assembly)
    {
        using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(type => reader.GetString(reader.GetTypeDefinition(type).Name))];
    }
}
