using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons.Interactive.Tests.Pictures;

/// <summary>Checks every form of every kind of picture.</summary>
public sealed partial class PictureTests
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Kinds => [.. SmallPictures.Kinds.Keys];

    [Fact]
    public void Every_function_that_draws_has_a_kind_here() =>
        Assert.Equal(
            typeof(Show).GetMethods().Where(method => method.ReturnType == typeof(Picture)).Select(method => method.Name).Distinct().Order(),
            SmallPictures.Kinds.Keys.Select(kind => string.Concat(kind.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))).Order());

    /// <summary>Compares with the files in Expectations. A new look is accepted by copying the .received file over the expected one, after looking at it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_of_fixed_keys_has_the_expected_forms(string kind)
    {
        var picture = SmallPictures.Kinds[kind]();

        Assert.Multiple(
            () => Expect($"{kind}.txt", picture.ToString()),
            () => Expect($"{kind}.svg", picture.Svg),
            () => Expect($"{kind}.json", JsonNode.Parse(picture.FigureJson)!.ToJsonString(s_json)),
            () => Expect($"{kind}.html", WithoutCopies(picture)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Equal_arguments_give_equal_bytes(string kind)
    {
        Picture first = SmallPictures.Kinds[kind](), second = SmallPictures.Kinds[kind]();

        Assert.Equal((first.FigureJson, first.Svg, first.ToString()), (second.FigureJson, second.Svg, second.ToString()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_still_image_is_well_formed_and_shows_what_the_live_chart_shows(string kind)
    {
        var picture = SmallPictures.Kinds[kind]();
        using var figure = JsonDocument.Parse(picture.FigureJson);
        var named = figure.RootElement.GetProperty("data").EnumerateArray().Where(trace => trace.GetProperty("showlegend").GetBoolean()).Select(trace => trace.GetProperty("name").GetString()!.Replace(" ×", "", StringComparison.Ordinal));
        var titles = figure.RootElement.GetProperty("layout").EnumerateObject().Where(entry => entry.Name.Contains("axis", StringComparison.Ordinal) && entry.Value.TryGetProperty("title", out _)).Select(entry => entry.Value.GetProperty("title").GetProperty("text").GetString()!);

        var words = XDocument.Parse(picture.Svg).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToHashSet();

        Assert.Subset(words, named.Concat(titles).ToHashSet());
        Assert.All(figure.RootElement.GetProperty("data").EnumerateArray(), trace => Assert.StartsWith("x", trace.GetProperty("xaxis").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Front_ends_are_offered_chart_page_and_text(string kind)
    {
        var picture = SmallPictures.Kinds[kind]();

        Assert.Equal(["application/vnd.plotly.v1+json", "text/html"], Formatter.GetPreferredMimeTypesFor(typeof(Picture)));
        Assert.Equal(picture.FigureJson, picture.ToDisplayString("application/vnd.plotly.v1+json"));
        Assert.Equal(picture.ToString(), picture.ToDisplayString("text/plain"));
        Assert.Contains("class=\"dl-picture\"", picture.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_has_the_numbers_as_a_table_and_asks_no_server_for_anything(string kind)
    {
        var picture = SmallPictures.Kinds[kind]();

        string html = picture.ToHtml();

        Assert.Equal(picture.Numbers.Rows.Count + 1, Regex.Count(html, "<tr>"));
        Assert.All(picture.Numbers.Rows, row => Assert.Equal(picture.Numbers.Header.Count, row.Count));
        Assert.All(Address().Matches(html), match => Assert.StartsWith("data:", match.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_a_learner_gives_cannot_break_the_page()
    {
        var picture = Show.Compare([1], [2], "</script><b>a", "\"b\" & 'c'");

        string html = picture.ToHtml();

        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(html, "<script>"), Regex.Count(html, "</script>"));
        Assert.Contains("&lt;/script&gt;", XDocument.Parse(picture.Svg).ToString(), StringComparison.Ordinal);
    }

    // The image is the .svg file, the figure the .json file, and the library is checked elsewhere; what is left is the page around them.
    private static string WithoutCopies(Picture picture) =>
        Library().Replace(Image().Replace(Id().Replace(picture.ToHtml().Replace(picture.FigureJson.Replace("<", "\\u003c", StringComparison.Ordinal), "{ the figure }", StringComparison.Ordinal), "dl-…"), "base64,…"), "");

    private static void Expect(string name, string actual) =>
        Expectation.Matches($"tests/DropoutLessons.Interactive.Tests/Pictures/Expectations/{name}", actual.TrimEnd() + "\n");

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("dl-[0-9a-f]{12}-\\d+")]
    private static partial Regex Id();

    [GeneratedRegex("base64,[A-Za-z0-9+/=]+")]
    private static partial Regex Image();

    [GeneratedRegex("(?<=</script>)<script>// What every live chart does.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Library();
}
