using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons.Interactive.Tests.Pictures;

/// <summary>Checks every form of every kind of picture.</summary>
public sealed partial class PictureTests
{
    private const int MostBytes = 100 * 1024;

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };
    private static readonly PrngKey s_key = PrngKey.FromSeed(7).FoldIn(0);

    public static TheoryData<string> Kinds => ["mask", "activations", "mean-kept"];

    /// <summary>Compares with the files in Expectations. A new look is accepted by copying the .received file over the expected one, after looking at it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_of_fixed_keys_has_the_expected_forms(string kind)
    {
        var picture = Small(kind);

        Assert.Multiple(
            () => Expect($"{kind}.txt", picture.ToString()),
            () => Expect($"{kind}.svg", picture.Svg),
            () => Expect($"{kind}.json", JsonNode.Parse(picture.FigureJson)!.ToJsonString(s_json)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_figure_has_data_and_layout_and_the_still_image_is_well_formed(string kind)
    {
        var picture = Small(kind);
        using var figure = JsonDocument.Parse(picture.FigureJson);

        Assert.True(figure.RootElement.GetProperty("data").GetArrayLength() > 0);
        Assert.Equal(JsonValueKind.Object, figure.RootElement.GetProperty("layout").ValueKind);
        Assert.True(XDocument.Parse(picture.Svg).Root!.Elements().Count() > 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Front_ends_are_offered_chart_page_and_text(string kind)
    {
        var picture = Small(kind);

        Assert.Equal(["application/vnd.plotly.v1+json", "text/html"], Formatter.GetPreferredMimeTypesFor(typeof(Picture)));
        Assert.Equal(picture.FigureJson, picture.ToDisplayString("application/vnd.plotly.v1+json"));
        Assert.Equal(picture.ToString(), picture.ToDisplayString("text/plain"));
        Assert.Contains("class=\"dl-picture\"", picture.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_has_the_numbers_as_a_table_and_asks_no_server_for_anything(string kind)
    {
        var picture = Small(kind);

        string html = picture.ToHtml();

        Assert.Equal(picture.Numbers.Rows.Count + 1, Regex.Count(html, "<tr>"));
        Assert.All(Address().Matches(html), match => Assert.StartsWith("data:", match.Groups[1].Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mask")]
    [InlineData("activations")]
    [InlineData("mean-kept")]
    public void A_large_input_draws_within_100_KB_and_says_how_it_was_reduced(string kind)
    {
        float[] x = s_key.Uniform(1_000_000);
        var picture = kind switch
        {
            "mask" => Show.Mask(s_key.Bernoulli(0.7, 4_000_000), 0.3, columns: 2000),
            "activations" => Show.Activations(x, Reference.DropoutForward(7, x, 0.3, 0)),
            _ => Show.MeanKept(x[..1000], 0.3, call => DropoutMask.Draw(s_key.FoldIn(call), 0.3, [1000], [], JaxVersion.Formula).Forward(x[..1000]), calls: 5000),
        };

        Assert.All([picture.FigureJson, picture.Svg, picture.ToString()], form => Assert.InRange(Encoding.UTF8.GetByteCount(form), 100, MostBytes));
        if (kind != "mean-kept")
            Assert.Matches("Each cell is the fraction kept of 32 × 32 elements|Every 10417th of 1000000 elements is drawn", picture.Caption);
    }

    [Fact]
    public void The_mask_counts_what_it_was_given()
    {
        bool[] mask = s_key.Bernoulli(0.7, 64);

        Assert.StartsWith($"{mask.Count(isKept => isKept)} of 64 kept, {mask.Count(isKept => !isKept)} dropped (expected 44.8,", Show.Mask(mask, 0.3).Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_mask_and_odd_activations_draw()
    {
        Assert.Contains("0 of 0 kept", Show.Mask([], 0.3).Caption, StringComparison.Ordinal);
        Assert.Contains("Infinity", Show.Activations([float.PositiveInfinity, float.NaN, 1], [float.PositiveInfinity, float.NaN, 0]).Numbers.ToString(), StringComparison.Ordinal);
        Assert.Contains("0 of 0 dropped", Show.Activations([], []).Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_that_cannot_be_drawn_is_refused_with_the_rule()
    {
        Assert.Contains("lies in [0, 1]", Assert.Throws<ArgumentOutOfRangeException>(() => Show.Mask([true], 1.5)).Message, StringComparison.Ordinal);
        Assert.Contains("lies in [0, 1)", Assert.Throws<ArgumentOutOfRangeException>(() => Show.MeanKept([1], 1, _ => [1])).Message, StringComparison.Ordinal);
        Assert.Contains("x has 2 elements and y has 1", Assert.Throws<ArgumentException>(() => Show.Activations([1, 2], [1])).Message, StringComparison.Ordinal);
    }

    private static Picture Small(string kind)
    {
        float[] x = [.. Enumerable.Range(0, 16).Select(i => (i - 4) / 4f)];
        return kind switch
        {
            "mask" => Show.Mask(s_key.Bernoulli(0.7, 24), 0.3, columns: 8),
            "activations" => Show.Activations(x, Reference.DropoutForward(7, x, 0.3, 0)),
            _ => Show.MeanKept(x, 0.3, call => Reference.DropoutForward(call, x, 0.3, 0), calls: 8),
        };
    }

    private static void Expect(string name, string actual)
    {
        string expected = TestFiles.At("tests", "DropoutLessons.Interactive.Tests", "Pictures", "Expectations", name);
        if (File.Exists(expected) && File.ReadAllText(expected).TrimEnd() == actual.TrimEnd())
            return;
        File.WriteAllText(expected + ".received", actual + "\n");
        Assert.Equal(File.Exists(expected) ? File.ReadAllText(expected).TrimEnd() : "", actual.TrimEnd());
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Address();
}
