using System.Text.RegularExpressions;
using DropoutLessons.Kernel;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Runs the C# examples of every README; what a line says it prints, it must print.</summary>
public sealed partial class ReadmeExampleTests
{
    public static TheoryData<string> Readmes =>
        [.. Directory.GetFiles(TestFiles.Repository, "README.md", SearchOption.AllDirectories).Concat(Directory.GetFiles(TestFiles.At("notebooks", "guides"), "*.md"))
            .Select(file => Path.GetRelativePath(TestFiles.Repository, file))
            .Where(file => !file.StartsWith('.') && Example().IsMatch(File.ReadAllText(TestFiles.At(file))))];

    [Theory]
    [MemberData(nameof(Readmes))]
    public async Task Examples_run_one_after_the_other_and_print_what_they_say(string file)
    {
        using var session = new CSharpSession();
        var printed = new Printed();
        string first = string.Concat(new[] { typeof(MyDropout), typeof(DigitsNetwork), typeof(Show), typeof(Check) }.Select(type => $"#r \"{type.Assembly.Location}\"\n")) + "using DropoutLessons;\nusing DropoutLessons.Grading;";
        Assert.True((await session.ExecuteAsync(first, printed, TestContext.Current.CancellationToken)).Succeeded);

        foreach (Match example in Example().Matches(File.ReadAllText(TestFiles.At(file))))
        {
            printed.Text = "";
            string code = example.Groups[1].Value;

            var result = await session.ExecuteAsync(code, printed, TestContext.Current.CancellationToken);

            Assert.True(result.Succeeded, $"{code}\n{result.Error?.Message}");
            Assert.Equal(Says().Matches(code).Select(match => match.Groups[1].Value.Trim()), printed.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("// prints (.*)")]
    private static partial Regex Says();

    private sealed class Printed : IOutputSink
    {
        public string Text { get; set; } = "";

        public void Write(string stream, string text) => Text += text;

        public void Display(MimeBundle bundle, string? displayId) => Text += "[display]\n";

        public void UpdateDisplay(MimeBundle bundle, string displayId) => Text += "[update]\n";

        public void ClearOutput(bool wait) => Text = "";
    }
}
