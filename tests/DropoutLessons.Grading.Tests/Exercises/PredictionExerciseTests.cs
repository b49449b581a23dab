namespace DropoutLessons.Grading.Tests;

public sealed class PredictionExerciseTests
{
    private static readonly PredictionExercise<double> s_mean = new()
    {
        Id = "03-mean",
        FunctionNames = ["mean"],
        Goal = "What is the mean of the outputs?",
        Answer = 2.5,
        Within = 0.05,
        Because = "what is kept is divided by keep_prob.",
        Known = [(1.75, new("mean-shrinks", "leaves out the division by keep_prob") { Lesson = 3 })],
    };

    [Theory]
    [InlineData(2.5)]
    [InlineData(2.54f)]
    public void A_prediction_near_enough_is_right_and_told_why(object prediction)
    {
        var verdict = Judge(prediction);

        Assert.True(verdict.Accepted);
        Assert.Equal("Right: what is kept is divided by keep_prob.", verdict.Message);
    }

    [Fact]
    public void A_prediction_from_a_misconception_is_told_it_but_not_the_answer()
    {
        var verdict = Judge(1.75);

        Assert.Equal(["mean-shrinks"], verdict.Faults);
        Assert.Equal("Not what happens: you predicted 1.75. Your prediction leaves out the division by keep_prob.", verdict.Message);
        Assert.Equal(3, verdict.Lesson);
        Assert.DoesNotContain("2.5", Judge(7).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_prediction_and_one_of_another_kind_are_no_tries()
    {
        Assert.Equal(VerdictClass.NotSolved, Judge(null).Class);
        Assert.Equal(VerdictClass.NotGradable, Judge("much").Class);
    }

    [Fact]
    public void A_text_is_compared_without_case_and_blanks()
    {
        var which = new PredictionExercise<string> { Id = "05-which", FunctionNames = ["which"], Goal = "Which?", Answer = "eval", Because = "so." };

        Assert.True(which.Judge(which.PublicProbes, [new(" Eval ")]).Accepted);
        Assert.False(which.Judge(which.PublicProbes, [new("train")]).Accepted);
    }

    private static Verdict Judge(object? prediction) => s_mean.Judge(s_mean.PublicProbes, [new(prediction)]);
}
