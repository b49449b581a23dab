using DropoutLessons.Cli.Authoring;

namespace DropoutLessons.Cli.Tests.Authoring;

/// <summary>Reads sources, whole ones and broken ones.</summary>
public sealed class SourceReaderTests
{
    private const string Head = "---\nkernelspec:\n  name: .net-csharp\nlesson:\n  unit: Masks\n  teaches: an idea\n  minutes: 10\n---\n";

    [Fact]
    public void Cells_keep_their_ids_tags_order_and_text()
    {
        var lesson = SourceReader.Parse("03-x.md", Head + "\n+++ {\"id\": \"a\", \"tags\": [\"hint\"]}\n\n# T\n\n```python\n+++ no break\n```\n\n```{code-cell} csharp\n:id: b\n:tags: [exercise, raises-exception]\n\nint i = 1;\n\nint j = 2;\n```\n");

        Assert.Equal(("03-x", 3, "T", 10), (lesson.Id, lesson.Number, lesson.Title, lesson.Facts.Minutes));
        Assert.Equal(["a", "b"], lesson.Cells.Select(cell => cell.Id));
        Assert.Equal("# T\n\n```python\n+++ no break\n```", lesson.Cells[0].Text);
        Assert.Equal("int i = 1;\n\nint j = 2;", lesson.Cells[1].Text);
        Assert.Equal(["exercise", "raises-exception"], lesson.Cells[1].Tags);
    }

    [Theory]
    [InlineData("03-x.md", "text", "03-x.md:1: the text starts with a head")]
    [InlineData("x.md", Head, "call it NN-name.md")]
    [InlineData("03-x.md", "---\nlesson:\n  minutes: 10\n---\n", "does not say what the lesson teaches")]
    [InlineData("03-x.md", "---\nlesson:\n  teaches: an idea\n  minutes: 10\n---\n", "does not say which unit of the course the lesson belongs to")]
    [InlineData("03-x.md", "---\nlesson:\n  unit: u\n  teaches: a\n---\n", "does not say how long")]
    [InlineData("03-x.md", "---\nlesson: [\n---\n", "03-x.md:1: ")]
    [InlineData("03-x.md", "---\nlesson:\n  teaches: a\n  minuets: 10\n---\n", "minuets")]
    [InlineData("03-x.md", Head + "loose text\n", "03-x.md:9: text outside a cell")]
    [InlineData("03-x.md", Head + "+++\n\nno id\n", "03-x.md:9: a cell of Markdown starts with +++")]
    [InlineData("03-x.md", Head + "```{code-cell} csharp\nint i;\n```\n", "the cell has no id")]
    [InlineData("03-x.md", Head + "```{code-cell} csharp\n:id: a\nint i;\n", "no closing ```")]
    public void A_broken_source_is_refused_with_line_rule_and_way_out(string file, string text, string words)
    {
        var error = Assert.Throws<UnusableInputException>(() => SourceReader.Parse(file, text));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_only_leave_cells_out_and_fill_hints_in()
    {
        var lesson = SourceReader.Read(TestFiles.At("notebooks", "source", "01-mask.md"));
        var (learner, teacher) = (LessonCopy.ForLearner(lesson), LessonCopy.ForTeacher(lesson));

        foreach (var cell in learner.Cells.Concat(teacher.Cells))
        {
            var source = lesson.Cells.Single(other => other.Id == cell.Id);
            if (source.Is(CellTag.Hint))
                Assert.Contains(">Hint", cell.Source, StringComparison.Ordinal);
            else
                Assert.Equal(source.Text, cell.Source.Replace("../lib/", "lib/", StringComparison.Ordinal));
        }
        Assert.Equal(lesson.Cells.Where(cell => cell.Is("exercise")).Select(cell => cell.Id), lesson.Cells.Select(cell => cell.Id).Except(teacher.Cells.Select(cell => cell.Id)));
        Assert.All(lesson.Cells.Where(cell => !learner.Cells.Any(other => other.Id == cell.Id)), cell => Assert.True(cell.Is("solution") || cell.Is("claim") || cell.Is("teacher")));
    }
}
