namespace DropoutLessons.Grading.Tests;

/// <summary>Holds every exercise of the lessons to its own words: right answers are accepted, each wrong one gets its name.</summary>
public sealed class KnownCasesTests
{
    public static TheoryData<string> All => [.. Grading.Exercises.All.Where(exercise => exercise is not DropoutForwardExercise).Select(exercise => exercise.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void Right_answers_are_accepted_and_every_wrong_one_gets_its_own_name(string id)
    {
        var exercise = Grading.Exercises.Find(id);
        var cases = exercise.KnownCases().ToArray();

        Assert.Contains(cases, known => known.IsAccepted);
        Assert.Contains(cases, known => !known.IsAccepted);
        Assert.All(cases, known =>
        {
            var verdict = exercise.Judge(exercise.PublicProbes, known.Outcomes);
            Assert.True(known.IsAccepted == verdict.Accepted, $"{string.Join("+", known.Faults)}: {verdict.Message}");
            Assert.Equal(known.Faults, verdict.Faults);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_stub_is_not_solved_and_hints_go_from_vague_to_plain(string id)
    {
        var exercise = Grading.Exercises.Find(id);
        bool isQuestion = exercise.Signature.Parameters.Count == 0;
        var stub = isQuestion ? new Outcome(null) : new(null, new("NotImplementedException", "", IsStub: true));

        var verdict = exercise.Judge(exercise.PublicProbes, [.. exercise.PublicProbes.Select(_ => stub)]);

        Assert.Equal(VerdictClass.NotSolved, verdict.Class);
        Assert.False(verdict.IsTry);
        Assert.True(exercise.Hints.Count >= (isQuestion ? 1 : 2), "too few hints");
        Assert.All(exercise.Hints, hint => Assert.True(hint.Length > 20, hint));
    }
}
