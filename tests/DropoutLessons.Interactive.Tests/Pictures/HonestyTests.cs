using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DropoutLessons.Interactive.Tests.Pictures;

/// <summary>Checks that large inputs stay small, say how they were reduced, and are not told wrongly.</summary>
public sealed partial class HonestyTests
{
    private const int MostBytes = 100 * 1024;
    private static readonly float[] s_x = SmallPictures.Key.Uniform(1_000_000);
    private static readonly float[] s_y = Reference.DropoutForward(7, s_x, 0.3, 0);

    public static TheoryData<string, string> Large => new()
    {
        { "mask", "Each cell is the fraction kept of 32 × 32 elements" },
        { "wide mask", "Each cell is the fraction kept of 1 × 15625 elements" },
        { "activations", "a random sample of 96 of the 1000000 elements" },
        { "train-eval", "a random sample of 48 of the 1000000 elements" },
        { "call", "elements 499984 to 500047 of 1000000" },
        { "compare", "elements 499984 to 500047 of 1000000" },
        { "divergences", "Drawn are the first 32 runs. Drawn are elements 0 to 47 of 4000" },
        { "judgements", "Drawn are 48 of 1000 layers. Drawn are the first 24 checks" },
        { "mean-kept", "Every 25th call is drawn, and the last" },
        { "outputs", "32 bins" },
        { "stream", "the last 8 and the next" },
        { "training", "Every 167th point is drawn, and the last" },
        { "linen-against-nnx", "the first 12 of each" },
        { "verdict", "Drawn are 200, the wrong ones first" },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void A_large_input_draws_within_100_KB_and_says_how_it_was_reduced(string kind, string says)
    {
        var picture = Draw(kind);

        Assert.Contains(says, picture.Caption, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(Library().Replace(picture.ToHtml(), "")), 1000, MostBytes);
        Assert.All([picture.FigureJson, picture.Svg, picture.ToString()], form => Assert.InRange(Encoding.UTF8.GetByteCount(form), 100, MostBytes));
    }

    [Fact]
    public void A_random_sample_takes_every_element_as_often_as_any_other()
    {
        // One set is chosen for each length: of many lengths, the first halves must hold half of what is chosen.
        int[] firstHalf = [.. Enumerable.Range(200, 400).Select(length => Sample.Random(length, 96).Indices.Count(i => i < length / 2))];

        // The mean of 400 counts of mean 48 and variance below 24: four sigma are 0.98; a false alarm in 16,000 such ranges of lengths.
        Assert.InRange(firstHalf.Average(), 47, 49);
        Assert.All(Enumerable.Range(97, 50), length => Assert.Equal(96, Sample.Random(length, 96).Indices.Distinct().Count()));
    }

    [Theory]
    [InlineData("activations")]
    [InlineData("outputs")]
    [InlineData("rngs")]
    [InlineData("compare")]
    [InlineData("train-eval")]
    public void Bars_stand_on_an_axis_that_holds_zero(string kind)
    {
        var layout = JsonNode.Parse(SmallPictures.Kinds[kind]().FigureJson)!["layout"]!;

        Assert.InRange(0, (double)layout["yaxis"]!["range"]![0]!, (double)layout["yaxis"]!["range"]![1]!);
    }

    [Theory]
    [MemberData(nameof(PictureTests.Kinds), MemberType = typeof(PictureTests))]
    public void No_two_series_differ_by_colour_alone(string kind)
    {
        var data = JsonNode.Parse(SmallPictures.Kinds[kind]().FigureJson)!["data"]!.AsArray().Where(trace => (bool)trace!["showlegend"]! && trace["x"]![0] is not null);

        var looks = data.Select(trace => $"{trace!["type"]} {trace["mode"]} {trace["marker"]?["symbol"]} {trace["marker"]?["pattern"]?["shape"]} {trace["line"]?["dash"]} {trace["fill"]}");

        Assert.Equal(looks.Distinct(), looks);
    }

    private static Picture Draw(string kind) => kind switch
    {
        "mask" => Show.Mask(SmallPictures.Key.Bernoulli(0.7, 4_000_000), 0.3, columns: 2000),
        "wide mask" => Show.Mask(SmallPictures.Key.Bernoulli(0.7, 2_000_000), 0.3, columns: 1_000_000),
        "activations" => Show.Activations(s_x, s_y),
        "train-eval" => Show.TrainEval(s_x, s_y, s_x),
        "call" => Show.Call(PrngKey.FromSeed(7).FoldIn(0), s_x, 0.3, Spoilt()),
        "compare" => Show.Compare(s_y, Spoilt()),
        "divergences" => Show.Divergences(s_y[..4000], Enumerable.Range(0, 200).Select(i => ($"run {i}", s_x[..4000]))),
        "judgements" => Show.Judgements(Enumerable.Range(0, 1000).Select(i => ($"layer {i}", i % 3 == 0)), [.. Enumerable.Range(0, 100).Select(i => ($"check {i}", Enumerable.Repeat(i % 2 == 0, 1000)))]),
        "mean-kept" => Show.MeanKept(s_x[..1000], 0.3, call => DropoutMask.Draw(SmallPictures.Key.FoldIn(call), 0.3, [1000], [], JaxVersion.Formula).Forward(s_x[..1000]), calls: 5000),
        "outputs" => Show.Outputs(s_x, 0.3, _ => s_y, calls: 2),
        "stream" => Show.Stream(Used(5000)),
        "training" => Show.Training(("a", Curve(10_000)), ("b", Curve(10_000)), ("c", Curve(10_000)), ("d", Curve(10_000)), ("e", Curve(10_000))),
        "linen-against-nnx" => Show.LinenAgainstNnx(KeyWire.Nnx(new Rngs(0), "dropout", [.. Enumerable.Range(0, 500).Select(i => $"call {i}")]), []),
        _ => Show.Verdict("Wrong.", Enumerable.Range(0, 1000).Select(i => ($"check {i}", i % 7 > 0, "element 1 should be 2, got 1"))),
    };

    private static float[] Spoilt()
    {
        float[] spoilt = [.. s_y];
        spoilt[500_000] = 17;
        return spoilt;
    }

    private static RngStream Used(int times)
    {
        var stream = new RngStream("dropout", PrngKey.FromSeed(0));
        for (int i = 0; i < times; i++)
            stream.NextKey();
        return stream;
    }

    private static TrainingPoint[] Curve(int steps) => [.. Enumerable.Range(1, steps).Select(step => new TrainingPoint(step, 1.0 / step, 2.0 / step, 0.9))];

    [GeneratedRegex("(?<=</script>)<script>// What every live chart does.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Library();
}
