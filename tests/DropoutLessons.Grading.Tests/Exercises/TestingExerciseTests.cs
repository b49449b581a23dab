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
    public void A_refused_variation_is_named_and_a_known_test_is_recognised_by_what_it_judges()
    {
        var exercise = new TestingExercise<Func<int, int>>
        {
            Id = "14-clinic",
            FunctionNames = ["Accepts"],
            Goal = "A test that accepts what doubles and nothing else.",
            PublicCount = 4,
            Candidates =
            [
                new(x => 2 * x), new(x => x + x) { Variation = new("adds", "adds x to itself") },
                new(x => x * x, new("squares", "squares")), new(x => x + 2, new("adds-two", "adds 2")),
            ],
            KnownTests =
            [
                new([new("looks-twice", "looks"), new("asks-at-two", "asks at 2")], candidate => candidate(2) == 4),
                new([new("asks-at-two", "asks at 2 alone, where all are equal") { Hints = ["Ask at 3."], Lesson = 2 }], candidate => candidate(2) == 4),
            ],
        };

        var atTwo = exercise.Try((Func<int, int> candidate) => candidate(2) is 4 or 0);
        var refusing = exercise.Judge(exercise.PublicProbes, [new(true), new(false), new(false), new(false)]);

        Assert.Equal("Your test catches 0 of 2 faulty implementations. It asks at 2 alone, where all are equal.", atTwo.Message);
        Assert.Equal(["asks-at-two"], atTwo.Faults);
        Assert.Equal(2, atTwo.Lesson);
        Assert.Equal(["Ask at 3."], atTwo.Hints);
        Assert.Equal("Your test refuses 1 right implementation, which adds x to itself: it asks for more than the exercise does.", refusing.Message);
        Assert.Equal(["refuses-adds"], refusing.Faults);
    }

    [Fact]
    public void Hidden_candidates_are_the_rest()
    {
        var hidden = s_clinic.HiddenProbes(new Secret("0123456789abcdef"u8));

        Assert.Equal(new CandidateReference(4), Assert.Single(hidden).Arguments[0]);
    }
}
