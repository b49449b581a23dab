using DropoutLessons.Cli.Book;

namespace DropoutLessons.Cli.Tests.Book;

public sealed class TexToMathMlTests
{
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>")]
    [InlineData(@"\frac{x}{p}", "<mfrac><mrow><mi>x</mi></mrow><mrow><mi>p</mi></mrow></mfrac>")]
    [InlineData("1 - 0.3", "<mn>1</mn><mo>−</mo><mn>0.3</mn>")]
    [InlineData(@"\mathbb{E}[y]", "<mi>𝔼</mi><mo stretchy=\"false\">[</mo><mi>y</mi><mo stretchy=\"false\">]</mo>")]
    [InlineData(@"a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>")]
    [InlineData(@"1 / \text{keep\_prob}", "<mn>1</mn><mo>/</mo><mtext>keep_prob</mtext>")]
    [InlineData(@"\text{if } m \sim p", "<mtext>if\u00a0</mtext><mi>m</mi><mo>∼</mo><mi>p</mi>")]
    public void Convert_writes_presentation_MathML(string tex, string expected) =>
        Assert.Contains($"<semantics><mrow>{expected}</mrow><annotation", TexToMathMl.Convert(tex, block: false), StringComparison.Ordinal);

    [Fact]
    public void Convert_lays_out_cases_as_a_table()
    {
        string math = TexToMathMl.Convert(@"\begin{cases} a & b \\ 0 & c \end{cases}", block: true);

        Assert.Contains("display=\"block\"", math, StringComparison.Ordinal);
        Assert.Contains("<mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mi>c</mi></mtd></mtr>", math, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\unknown x", @"uses \unknown")]
    [InlineData("{x", "has a { without its }")]
    [InlineData("x_", "ends where something must follow")]
    [InlineData(@"\begin{cases} a", "cases block without its end")]
    public void Convert_refuses_what_it_does_not_know(string tex, string why)
    {
        var e = Assert.Throws<FormatException>(() => TexToMathMl.Convert(tex, block: false));

        Assert.Contains(why, e.Message, StringComparison.Ordinal);
        Assert.Contains(tex, e.Message, StringComparison.Ordinal);
    }
}
