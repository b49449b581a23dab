namespace DropoutLessons.Grading.Tests;

/// <summary>Judges learners' tests of a function that doubles.</summary>
public sealed class TestingExerciseTests
{
    private static readonly TestingExercise<Func<int, int>> s_clinic = new()
    {
        Id = "14-clinic",
        FunctionNames = ["Accepts"],
        Goal = "A test that accepts what doubles and nothing else.",
        PublicCount = 4,
        Candidates =
        [
            new(x => 2 * x), new(x => x * x, new("squares", "squares")), new(x => x + x), new(x => 2 * Math.Abs(x), new("forgets-sign", "forgets the sign")),
            new(x => x == 77 ? 0 : 2 * x, new("rare", "is wrong at 77")),
        ],
    };

    [Fact]
    public void A_test_that_judges_all_rightly_is_right() =>
        Assert.True(s_clinic.Try((Func<int, int> candidate) => candidate(3) == 6 && candidate(-3) == -6).Accepted);

    [Fact]
    public void A_missed_fault_is_named_and_described()
    {
        var verdict = s_clinic.Try((Func<int, int> candidate) => candidate(3) == 6);

        Assert.Equal(["misses-forgets-sign"], verdict.Faults);
        Assert.Equal("Your test lets pass one that forgets the sign.", verdict.Message);
    }

    [Fact]
    public void A_test_that_refuses_everything_refuses_what_is_right()
    {
        var verdict = s_clinic.Try((Func<int, int> candidate) => false);

        Assert.Equal(["refuses-right"], verdict.Faults);
        Assert.Contains("refuses 2 right implementations", verdict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Throwing_refuses_a_faulty_implementation_but_must_not_happen_for_a_right_one()
    {
        Assert.True(s_clinic.Try((Func<int, int> candidate) => candidate(3) == 6 && candidate(-3) == -6 ? true : throw new InvalidOperationException("wrong")).Accepted);
        Assert.Equal(VerdictClass.Threw, s_clinic.Try(bool (Func<int, int> candidate) => throw new InvalidOperationException("oh")).Class);
    }

    [Fact]
    public void Hidden_candidates_are_the_rest()
    {
        var hidden = s_clinic.HiddenProbes(new Secret("0123456789abcdef"u8));

        Assert.Equal(new CandidateReference(4), Assert.Single(hidden).Arguments[0]);
    }
}
