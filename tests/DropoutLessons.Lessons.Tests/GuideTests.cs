using System.Text.RegularExpressions;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Executes every command the guides show, in a folder of its own, and follows every link of every page.</summary>
public sealed partial class GuideTests(KernelHome home) : IClassFixture<KernelHome>
{
    public static TheoryData<string> Guides => [.. Pages("notebooks/guides").Append("src/classroom/autograders.md").Where(page => Block().IsMatch(File.ReadAllText(TestFiles.At(page))))];

    public static TheoryData<string> AllPages => [.. Pages("").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Commands_of_a_guide_do_what_they_are_shown_for(string guide)
    {
        using var folder = new TemporaryFolder();
        string[] lines = [.. Block().Matches(File.ReadAllText(TestFiles.At(guide))).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        // Each line must end as it says: with 0, or with 1 where something is open.
        string script = $"dropout-lessons() {{ dotnet '{KernelHome.Tool}' \"$@\"; }}\n"
            + string.Concat(lines.Select(line => $"{line.Split("    #")[0]}\n[ $? -eq {(line.Contains("# exits with 1", StringComparison.Ordinal) ? 1 : 0)} ] || {{ echo 'not as said: {line.Replace("'", "", StringComparison.Ordinal)}' >&2; exit 9; }}\n"));

        var run = await ToolRun.OfAsync("/bin/bash", ["-c", script], folder.Path, home.Environment);

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        string folder = Path.GetDirectoryName(TestFiles.At(page))!;
        foreach (Match link in Link().Matches(Code().Replace(File.ReadAllText(TestFiles.At(page)), "")))
        {
            string target = link.Groups[1].Value;
            if (target.Contains("://", StringComparison.Ordinal))
                continue;
            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? TestFiles.At(page) : Path.Combine(folder, parts[0]);
            Assert.True(File.Exists(file) || Directory.Exists(file), $"{page}: {target}");
            if (parts.Length == 2 && file.EndsWith(".md", StringComparison.Ordinal))
                Assert.Contains(parts[1], Heading().Matches(File.ReadAllText(file)).Select(heading => Anchor(heading.Groups[1].Value)));
        }
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void A_page_is_short_or_has_contents(string page)
    {
        string text = File.ReadAllText(TestFiles.At(page));

        // Two screens.
        Assert.True(text.Split('\n').Length <= 120 || text.Contains("](#", StringComparison.Ordinal), page);
    }

    private static IEnumerable<string> Pages(string folder) =>
        Directory.EnumerateFiles(TestFiles.At(folder), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestFiles.Repository, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith('.') && !file.Split('/').Any(part => part is "node_modules" or "source" or "tool" or "bin" or "obj" or "golden" or "THIRD-PARTY-NOTICES.md"));

    private static string Anchor(string heading) => NotOfAnchors().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 -]")]
    private static partial Regex NotOfAnchors();
}
