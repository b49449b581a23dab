namespace DropoutLessons.Core.Tests.Nnx;

/// <summary>Checks streams: fallback, counters, forks, splits and their errors.</summary>
public sealed class RngsTests
{
    [Fact]
    public void An_unknown_name_draws_from_default_and_creates_nothing()
    {
        var rngs = new Rngs(0);

        var keys = new[] { rngs.Params(), rngs.Dropout(), rngs.NextKey(), rngs["noise"].NextKey() };

        Assert.Equal(Enumerable.Range(0, 4).Select(i => PrngKey.FromSeed(0).FoldIn(i)), keys);
        Assert.Equal(["default"], rngs.Select(stream => stream.Tag));
        Assert.False(rngs.Contains("params"));
    }

    [Fact]
    public void Streams_of_one_seed_hand_out_equal_keys_whatever_their_names()
    {
        var rngs = new Rngs { { "params", 5 }, { "dropout", 5 } };

        Assert.Equal(rngs.Params(), rngs.Dropout());
    }

    [Fact]
    public void Without_default_a_member_is_missing_and_an_item_is_not_found()
    {
        var rngs = new Rngs { { "params", 0 } };

        Assert.Equal("No RngStream named 'dropout' found in Rngs.", Assert.Throws<MissingMemberException>(() => rngs.Dropout()).Message);
        Assert.Equal("No RngStream named 'dropout' found in Rngs.", Assert.Throws<KeyNotFoundException>(() => rngs["dropout"]).Message);
    }

    [Fact]
    public void A_fork_starts_from_the_next_keys_and_advances_every_counter()
    {
        var rngs = new Rngs { { "params", 1 }, { "dropout", 2 } };

        var fork = rngs.Fork();

        Assert.Equal([1u, 1u], rngs.Select(stream => stream.Count));
        Assert.Equal(PrngKey.FromSeed(2).FoldIn(0).FoldIn(0), fork.Dropout());
    }

    [Fact]
    public void A_stream_left_out_of_a_split_starts_again_from_its_base_key()
    {
        var rngs = new Rngs { { "params", 1 }, { "dropout", 2 } };
        var first = rngs.Params();

        var lanes = rngs.Split(2, only: ["dropout"]);

        Assert.Equal([first, first], lanes.Select(lane => lane.Params()));
        Assert.Equal(PrngKey.FromSeed(2).FoldIn(0).Split(2).Select(key => key.FoldIn(0)), lanes.Select(lane => lane.Dropout()));
    }

    [Fact]
    public void Values_known_at_run_time_only_are_taken_by_kind()
    {
        var rngs = new Rngs();
        rngs.AddObject("flag", true);
        rngs.AddObject("number", 3);
        rngs.AddObject("key", new PrngKey(1, 2));
        rngs.AddObject("stream", new RngStream("other", new(3, 4)));

        Assert.Equal([new(0, 1), new(0, 3), new(1, 2), new(3, 4)], rngs.Select(stream => stream.Key));
        Assert.StartsWith("Invalid rng value: 0.5", Assert.Throws<ArgumentException>(() => rngs.AddObject("float", 0.5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_counter_wraps_after_2_to_the_32_keys()
    {
        var stream = new RngStream("dropout", PrngKey.FromSeed(0)) { Count = uint.MaxValue };

        var last = stream.NextKey();

        Assert.Equal(PrngKey.FromSeed(0).FoldIn(uint.MaxValue), last);
        Assert.Equal(0u, stream.Count);
        Assert.Equal(PrngKey.FromSeed(0).FoldIn(0), stream.NextKey());
    }
}
