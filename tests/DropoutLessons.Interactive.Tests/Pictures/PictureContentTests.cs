using System.Text.Json.Nodes;

namespace DropoutLessons.Interactive.Tests.Pictures;

/// <summary>Checks what single kinds of pictures say.</summary>
public sealed class PictureContentTests
{
    private static readonly PrngKey s_key = SmallPictures.Key;

    [Fact]
    public void A_mask_counts_what_it_was_given()
    {
        bool[] mask = s_key.Bernoulli(0.7, 64);

        Assert.StartsWith($"{mask.Count(isKept => isKept)} of 64 kept, {mask.Count(isKept => !isKept)} dropped (expected 44.8,", Show.Mask(mask, 0.3).Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void The_expected_band_of_a_mask_holds_about_95_of_100()
    {
        int[] counts = [.. Enumerable.Range(0, 1000).Select(i => s_key.FoldIn(i).Bernoulli(0.7, 400).Count(isKept => isKept))];
        string[] words = Show.Mask(s_key.Bernoulli(0.7, 400), 0.3).Caption.Split(' ');
        int low = int.Parse(words[^3], System.Globalization.CultureInfo.InvariantCulture), high = int.Parse(words[^1].TrimEnd(')', '.'), System.Globalization.CultureInfo.InvariantCulture);

        // Whole numbers make the band a little wider; four sigma of 1,000 draws are 2.8 %.
        Assert.InRange(counts.Count(count => count >= low && count <= high), 930, 990);
    }

    [Theory]
    [InlineData("")]
    [InlineData("jax 0.4.38, flax 0.10.2")]
    public void The_random_numbers_of_a_call_lead_to_its_output(string era)
    {
        var version = era.Length == 0 ? JaxVersion.Formula : JaxVersion.FromText(era);
        float[] x = [.. SmallPictures.X[..15]], y = Reference.DropoutForward(7, x, 0.3, 0, version);

        var rows = Show.Call(s_key, x, 0.3, y, version).Numbers.Rows;

        Assert.Equal(y.Select(value => value.ToString("G9", System.Globalization.CultureInfo.InvariantCulture)), rows.Select(row => row[6]));
        Assert.All(rows, row => Assert.Equal((row[5] == "kept", "same"), (Number(row[3]) < Number(row[4]), row[8])));
        Assert.All(rows, row => Assert.Equal(Number(row[3]), (Convert.ToUInt32(row[2], 16) >> 9) / 8388608f));
        // Of an odd count the last of the first half is paired with the padding.
        Assert.Equal(era.Length == 0 ? "7" : "7 with 0, word 0", rows[7][1]);
        Assert.Equal(era.Length == 0 ? "8" : "0 with 8, word 1", rows[8][1]);
    }

    [Fact]
    public void A_learners_run_is_laid_over_a_call_and_parts_where_it_is_wrong()
    {
        var picture = Show.Call(s_key, SmallPictures.X, 0.3, SmallPictures.Yours());

        Assert.Contains("In your run 2 elements differ, the first is element 6.", picture.Caption, StringComparison.Ordinal);
        Assert.Equal(["6", "9"], picture.Numbers.Rows.Where(row => row[8] == "differs").Select(row => row[0]));
        Assert.Contains(JsonNode.Parse(picture.FigureJson)!["data"]!.AsArray(), trace => (string?)trace!["name"] == "first divergence" && (double)trace["x"]![0]! == 6);
    }

    [Fact]
    public void A_comparison_tells_one_unit_in_the_last_place_and_a_missing_rest()
    {
        var picture = Show.Compare([1, 2, -0f, float.NaN], [1, MathF.BitIncrement(2), 0f, float.NaN, 5]);

        Assert.Equal(["", "1", "1", "", ""], picture.Numbers.Rows.Select(row => row[5] is "0" ? "" : row[5]));
        Assert.Equal(["same", "differs", "differs", "same", "differs"], picture.Numbers.Rows.Select(row => row[6]));
        Assert.Contains("3 elements differ, the first is element 1 (it has 5 elements in place of 4)", picture.Caption, StringComparison.Ordinal);
        Assert.Contains("Every bit of b is the same", Show.Compare([true], [true], "a", "b").Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Measured_variance_lies_in_the_band_of_the_theory_and_a_wrong_layer_outside()
    {
        float[] x = [.. Enumerable.Range(0, 200).Select(i => i / 100f)];
        string[] Words(Func<int, float[]> forward) => Show.Outputs(x, 0.3, forward, calls: 100).Caption.Split("measured ")[1].Split(' ');
        bool IsInside(string[] words) => Number(words[0]) >= Number(words[6]) && Number(words[0]) <= Number(words[8].TrimEnd(')', '.'));

        Assert.True(IsInside(Words(call => Reference.DropoutForward(call, x, 0.3, 0))));
        Assert.False(IsInside(Words(call => [.. Reference.DropoutForward(call, x, 0.3, 0).Select(y => y * 0.7f)])));
    }

    [Fact]
    public void Evaluation_that_changes_its_input_is_named()
    {
        Assert.Contains("bit for bit", Show.TrainEval([1, 2], [0, 4], [1, 2]).Caption, StringComparison.Ordinal);
        Assert.Contains("first at element 1: it should not", Show.TrainEval([1, 2], [0, 4], [1, 2.5f]).Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_many_runs_is_marked_where_it_parts_from_the_reference()
    {
        var picture = Show.Divergences([1, 2, 0, float.NaN], [("a", [1, 2, 0, float.NaN]), ("b", [1, MathF.BitIncrement(2), -0f, float.NaN]), ("c", [1, 2])]);

        Assert.Equal(["none", "1", "2"], picture.Numbers.Rows.Select(row => row[2]));
        Assert.Equal(["0", "2", "2"], picture.Numbers.Rows.Select(row => row[1]));
        Assert.Equal("missing", picture.Numbers.Rows[2][4]);
        Assert.Contains("1 of 3 runs have every bit", picture.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_a_check_are_counted_by_their_kind_and_named()
    {
        var picture = Show.Judgements([("wrong p", false), ("right", true), ("no factor", false), ("other", true)], ("check", [true, false, false, true]));

        Assert.Equal(["check", "1", "1", "1", "1", "right, wrong p"], picture.Numbers.Rows[0]);
        Assert.Contains("check: 1 of 2 right ones refused, 1 of 2 wrong ones accepted", picture.Caption, StringComparison.Ordinal);
        Assert.Contains("judges 1 of 2 layers", Assert.Throws<ArgumentException>(() => Show.Judgements([("a", true), ("b", true)], ("short", [true]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Streams_are_shown_without_drawing_from_them()
    {
        var rngs = SmallPictures.Used();

        var stream = Show.Stream(rngs["dropout"]);
        var all = Show.Rngs(rngs);

        Assert.Equal(2u, rngs["dropout"].Count);
        var next = rngs.Dropout();
        Assert.Equal($"({next.Hi}, {next.Lo})", stream.Numbers.Rows[^1][3]);
        Assert.Equal($"({next.Hi}, {next.Lo})", all.Numbers.Rows[1][3]);
    }

    [Fact]
    public void Wires_carry_the_keys_of_the_layers()
    {
        var root = PrngKey.FromSeed(3);
        var linen = KeyWire.Linen(new LinenRngs { { "dropout", root } }, "dropout", "Block_0/Dropout_0", "Block_0/Dropout_0", "");
        var nnx = KeyWire.Nnx(new Rngs(3), "dropout", "a", "b");

        Assert.Equal([root.FoldIn(0), root.FoldIn(1)], nnx.Select(wire => wire.Key));
        var drawn = new List<PrngKey>();
        new TwoDraws(drawn).Apply([], new LinenRngs { { "dropout", root } });
        Assert.Equal(drawn, linen.Select(wire => wire.Key));
    }

    [Fact]
    public void Empty_and_odd_values_draw()
    {
        Assert.Contains("0 of 0 kept", Show.Mask([], 0.3).Caption, StringComparison.Ordinal);
        Assert.Contains("Infinity", Show.Activations([float.PositiveInfinity, float.NaN, 1], [float.PositiveInfinity, float.NaN, 0]).Numbers.ToString(), StringComparison.Ordinal);
        Assert.Contains("0 of 0 dropped", Show.Activations([], []).Caption, StringComparison.Ordinal);
        Assert.Contains("0 of 0 kept", Show.Call(s_key, [], 0.3).Caption, StringComparison.Ordinal);
        Assert.Contains("the same", Show.Compare(Array.Empty<float>(), []).Caption, StringComparison.Ordinal);
        Assert.Contains("0 streams", Show.Rngs([]).Caption, StringComparison.Ordinal);
        Assert.Contains("0 of 0 checks", Show.Verdict("Nothing was checked.", []).Caption, StringComparison.Ordinal);
        Assert.Contains("0 inputs", Show.Outputs([], 0.3, _ => [], 1).Caption, StringComparison.Ordinal);
        Assert.Contains("0 of 0 runs", Show.Divergences([], []).Caption, StringComparison.Ordinal);
        Assert.Contains("No check was made", Show.Judgements([]).Caption, StringComparison.Ordinal);
        Assert.Contains("0 keys", Show.LinenAgainstNnx([], []).Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_that_cannot_be_drawn_is_refused_with_the_rule()
    {
        Assert.Contains("lies in [0, 1]", Assert.Throws<ArgumentOutOfRangeException>(() => Show.Mask([true], 1.5)).Message, StringComparison.Ordinal);
        Assert.Contains("lies in [0, 1)", Assert.Throws<ArgumentOutOfRangeException>(() => Show.MeanKept([1], 1, _ => [1])).Message, StringComparison.Ordinal);
        Assert.Contains("x has 2 elements and y has 1", Assert.Throws<ArgumentException>(() => Show.Activations([1, 2], [1])).Message, StringComparison.Ordinal);
        Assert.Contains("1 to 5 runs", Assert.Throws<ArgumentException>(() => Show.Training()).Message, StringComparison.Ordinal);
    }

    private static float Number(string text) => float.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Draws twice at Block_0/Dropout_0 and once at the root, with Linen's own automatic names.</summary>
    private sealed class TwoDraws(List<PrngKey> drawn) : LinenModule
    {
        protected override float[] Call(LinenScope scope, float[] x)
        {
            scope.Call(new Block(drawn), x);
            drawn.Add(scope.MakeRng("dropout"));
            return x;
        }
    }

    private sealed class Block(List<PrngKey> drawn) : LinenModule
    {
        protected override float[] Call(LinenScope scope, float[] x) => scope.Call(new Dropout(drawn), x);
    }

    private sealed class Dropout(List<PrngKey> drawn) : LinenModule
    {
        protected override float[] Call(LinenScope scope, float[] x)
        {
            drawn.Add(scope.MakeRng("dropout"));
            drawn.Add(scope.MakeRng("dropout"));
            return x;
        }
    }
}
