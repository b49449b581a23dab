using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DropoutLessons.Cli.Book;

/// <summary>Renders a lesson's Markdown to HTML, its formulas to MathML.</summary>
internal static class MarkdownPage
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseMathematics().UseAutoIdentifiers().UseGenericAttributes().Build();

    /// <summary>Renders <paramref name="markdown"/>; inline HTML such as <c>&lt;details&gt;</c> passes through.</summary>
    /// <exception cref="FormatException">A formula cannot be converted; the message quotes it.</exception>
    public static string ToHtml(string markdown) => ToHtml(markdown, new(), link => link, (_, _) => { });

    /// <summary>Renders one of the cells of a page.</summary>
    /// <param name="markdown">the cell</param>
    /// <param name="anchors">names taken on the page</param>
    /// <param name="link">leads links to where they go; what it gives null for is no link any more</param>
    /// <param name="note">told each heading with its name, and the source of everything else with null, in order</param>
    /// <exception cref="FormatException">A formula cannot be converted; the message quotes it.</exception>
    public static string ToHtml(string markdown, PageAnchors anchors, Func<string, string?> link, Action<string?, string> note)
    {
        var document = Markdown.Parse(markdown, s_pipeline);
        foreach (var block in document)
            if (block is HeadingBlock heading && heading.TryGetAttributes()?.Id is { } id)
            {
                string anchor = anchors.Take(id);
                heading.GetAttributes().Id = anchor;
                note(anchor, string.Concat(heading.Inline!.Descendants().Select(inline => inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    _ => "",
                })));
            }
            else
                note(null, markdown.Substring(block.Span.Start, Math.Max(0, Math.Min(block.Span.Length, markdown.Length - block.Span.Start))));
        foreach (var inline in document.Descendants<LinkInline>().Where(inline => inline.Url is not null).ToArray())
        {
            inline.Url = link(inline.Url!);
            if (inline.Url is null)
                inline.ReplaceBy(new ContainerInline());
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        s_pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new MathInlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new MathBlockRenderer());
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new HighlightedCodeRenderer());
        renderer.Render(document);
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

    private sealed class HighlightedCodeRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock code) =>
            renderer.Write($"<div class=\"code\">{CodeHtml.Highlight(code.Lines.ToString(), (code as FencedCodeBlock)?.Info ?? "")}</div>");
    }
}
