using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace DropoutLessons.Cli.Book;

/// <summary>Renders a lesson's Markdown to HTML, its formulas to MathML.</summary>
internal static class MarkdownPage
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseMathematics().UseAutoIdentifiers().UseGenericAttributes().Build();

    /// <summary>Renders <paramref name="markdown"/>; inline HTML such as <c>&lt;details&gt;</c> passes through.</summary>
    /// <exception cref="FormatException">A formula cannot be converted; the message quotes it.</exception>
    public static string ToHtml(string markdown)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        s_pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new MathInlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new MathBlockRenderer());
        renderer.Render(Markdown.Parse(markdown, s_pipeline));
        return writer.ToString();
    }

    private sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline math) =>
            renderer.Write(TexToMathMl.Convert(math.Content.ToString(), block: math.DelimiterCount == 2));
    }

    private sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock math) =>
            renderer.Write(TexToMathMl.Convert(math.Lines.ToString(), block: true));
    }
}
