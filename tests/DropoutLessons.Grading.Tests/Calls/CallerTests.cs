namespace DropoutLessons.Grading.Tests;

public sealed class CallerTests
{
    private static readonly Probe s_array = new("a", [new[] { 1f, 2f }]);

    [Fact]
    public void An_answer_gets_a_copy_and_what_it_does_to_it_is_noted()
    {
        float[] x = [1, 2];
        var outcome = Caller.Call((float[] given) => { given[0] = 5; return given; }, new("a", [x]));

        Assert.Equal([1f, 2f], x);
        Assert.True(outcome.ModifiedInput);
        Assert.True(outcome.ReturnedInput);
        Assert.False(Caller.Call((float[] given) => new float[2], s_array).ModifiedInput);
    }

    [Fact]
    public void An_exception_keeps_its_type_text_and_the_answers_own_lines()
    {
        var outcome = Caller.Call(Throwing, s_array);

        Assert.Equal(("InvalidOperationException", "no"), (outcome.Error!.Type, outcome.Error.Message));
        string line = Assert.Single(outcome.Error.Trace);
        Assert.Contains(nameof(Throwing), line, StringComparison.Ordinal);
        Assert.True(Caller.Call(float[] (float[] x) => throw new NotImplementedException(), s_array).Error!.IsStub);
    }

    [Fact]
    public void A_cancellation_is_no_outcome() =>
        Assert.Throws<OperationCanceledException>(() => Caller.Call(float[] (float[] x) => throw new OperationCanceledException(), s_array));

    [Fact]
    public void A_layer_is_made_once_and_called_in_order()
    {
        var probe = new Probe("layer", [10]) { Calls = [[1], [1], [5]] };

        Assert.Equal([11, 12, 17], ((object?[])Caller.Call(Counter, probe).Value!).Cast<int>());
        Assert.Equal([11, 12, 17], ((object?[])Caller.Call((int start) => new Layer(start), probe).Value!).Cast<int>());
        Assert.Contains("Forward", Caller.Call((int start) => "no layer", probe).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidate_is_handed_over_in_place_of_its_reference()
    {
        var outcome = Caller.Call((Func<int, int> candidate) => candidate(20) == 21, new("c", [new CandidateReference(1)]), reference => (int i) => i + reference.Number);

        Assert.Equal(true, outcome.Value);
    }

    private static float[] Throwing(float[] x) => throw new InvalidOperationException("no");

    private static Func<int, int> Counter(int start)
    {
        int calls = 0;
        return i => start + i + calls++;
    }

    private sealed class Layer(int start)
    {
        private int _calls;

        public int Forward(int i) => start + i + _calls++;
    }
}
