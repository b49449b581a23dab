namespace DropoutLessons.Grading.Tests;

public sealed class VerdictFormatterTests
{
    private static readonly Verdict s_wrong = new(VerdictClass.Wrong, "Not <this>.", ["a-fault"], []) { Hints = ["Look & see."], Lesson = 3 };

    [Fact]
    public void A_wrong_answer_shows_its_sentence_then_hints_then_the_lesson()
    {
        Assert.Equal("✘ Not <this>.\nHint: Look & see.\nLesson 3 is about this.", Text(new VerdictText(), s_wrong));
        Assert.Contains("Not &lt;this&gt;.</strong><details><summary style=\"display:list-item;cursor:pointer\">A hint on this answer</summary>Look &amp; see.</details><div>Lesson 3", Text(new VerdictHtml(), s_wrong), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_the_answer_are_shown_where_it_threw_and_hints_not_before_a_try()
    {
        Assert.Equal("✘ It threw.\nat Mine()", Text(new VerdictText(), new(VerdictClass.Threw, "It threw.", [], []) { Trace = ["at Mine()"] }));
        Assert.Equal("○ Not yet.", Text(new VerdictText(), new(VerdictClass.NotSolved, "Not yet.", [], []) { Hints = ["Too early."] }));
    }

    private static string Text(IFormatter formatter, Verdict verdict)
    {
        using var writer = new StringWriter();
        Assert.True(formatter.Format(verdict, writer));
        return writer.ToString();
    }
}
