using System.Text.Json;
using Microsoft.Playwright;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Holds pages to axe-core's accessibility rules.</summary>
public static class Axe
{
    // Frames are pages of their own: axe inside this one cannot look into them.
    private const string Run = """
        scope => axe.run(scope ?? document, { iframes: false, resultTypes: ['violations'] }).then(result => JSON.stringify(
            result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html.slice(0, 200)}`))))
        """;

    private static readonly Lazy<string> s_source = new(() =>
        File.ReadAllText(Path.Combine(RequiredTool.NeedFrontEnd("axe"), "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Lists what the page does wrong, a line for each element: rule, what it asks for, the element's HTML. None when all is well.</summary>
    /// <param name="page">the page, drawn</param>
    /// <param name="scope">CSS selector of the part to look at; the whole page when null</param>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string? scope = null)
    {
        await page.EvaluateAsync(s_source.Value);
        return JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run, scope))!;
    }
}
