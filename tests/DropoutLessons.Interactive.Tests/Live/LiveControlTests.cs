using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons.Interactive.Tests;

public sealed class LiveControlTests
{
    private const int MostBytes = 100_000;

    public static TheoryData<string> Kinds => [.. All.Keys];

    private static float[] X => [.. Enumerable.Range(1, 16).Select(i => 0.1f * i)];

    private static Dictionary<string, Func<LiveControl>> All { get; } = new()
    {
        ["threshold"] = () => Live.Threshold(),
        ["rate"] = () => Live.Rate(),
        ["rescale"] = () => Live.Rescale(X),
        ["variance"] = () => Live.Variance(),
        ["flag"] = () => Live.Flag(X),
        ["key"] = () => Live.Key(),
        ["streams"] = () => Live.Streams(),
        ["calls"] = () => Live.Calls(),
        ["bits"] = () => Live.Bits(),
        ["edges"] = () => Live.Edges(),
        ["broadcast"] = () => Live.Broadcast(),
    };

    /// <remarks>A change that is meant is taken over by copying the .received file over the expected one, after looking at it.</remarks>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_control_has_the_expected_still_image_and_text(string kind)
    {
        var control = All[kind]();

        Assert.Multiple(
            () => Expectation.Matches($"tests/DropoutLessons.Interactive.Tests/Live/Expectations/{kind}.txt", control + "\n"),
            () => Expectation.Matches($"tests/DropoutLessons.Interactive.Tests/Live/Expectations/{kind}.svg", control.Svg.Replace("<", "\n<", StringComparison.Ordinal).TrimStart() + "\n"),
            () => Expectation.Matches($"tests/DropoutLessons.Interactive.Tests/Live/Expectations/{kind}.html", Elided(control.ToHtml())));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_control_is_whole_without_scripts_and_asks_no_server_for_anything(string kind)
    {
        string html = All[kind]().ToHtml();

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1000, MostBytes);
        string without = Regex.Replace(html, "<script>.*?</script>", "", RegexOptions.Singleline);
        var root = XElement.Parse(Regex.Replace(without, "<img([^>]*)>", "<img$1/>"));
        Assert.All(root.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href"),
            attribute => Assert.StartsWith("data:image/svg+xml;base64,", attribute.Value, StringComparison.Ordinal));
        Assert.Contains($"<code>{System.Net.WebUtility.HtmlEncode(All[kind]().State)}</code>", without, StringComparison.Ordinal);
        Assert.Equal(All[kind]().Numbers.Rows.Count + 1, root.Descendants("tr").Count());
        // The one address is the name of SVG's namespace.
        Assert.All(Regex.Matches(html, "https?:[^\"]*"), match => Assert.Equal("http://www.w3.org/2000/svg", match.Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_control_comes_back_from_its_own_line_and_shows_itself_in_hosts(string kind)
    {
        var control = All[kind]();

        var again = control.From(control.State);

        Assert.Equal((control.State, control.Svg, control.ToString()), (again.State, again.Svg, again.ToString()));
        Assert.Equal(["text/html"], Formatter.GetPreferredMimeTypesFor(typeof(LiveControl)));
        Assert.Equal(control.ToString(), control.ToDisplayString("text/plain"));
        Assert.Contains("class=\"dl-control\"", control.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    // The script and the image are files of their own; the number counts how often this process wrote the control.
    private static string Elided(string html) =>
        Regex.Replace(Regex.Replace(Regex.Replace(Regex.Replace(html, @"Live\[""[0-9a-f]{8}""\]", "Live[…]"), @"<script>\(function.*?</script>", "<script>…</script>", RegexOptions.Singleline), "base64,[^\"]*", "base64,…"), @"(dl-[0-9a-f]{12})-\d+", "$1-N") + "\n";

    [Theory]
    [InlineData("0.12", "formula")]
    [InlineData("0.4", "jaxlib 0.4.38, flax 0.10.2")]
    public void The_script_draws_the_masks_of_Core(string era, string version)
    {
        var jax = version == "formula" ? JaxVersion.Formula : JaxVersion.FromText(version);
        for (int seed = -3; seed < 40; seed += 7)
            foreach (int call in new[] { 0, 1, 5 })
                foreach (int count in new[] { 1, 7, 32 })
                {
                    bool[] expected = PrngKey.FromSeed(seed).FoldIn(call).Bernoulli(1 - 0.35, count, jax);

                    var control = Live.Calls(seed, 0.35, count).From($"era={era} call={call}");

                    Assert.Equal(string.Concat(expected.Select(isKept => isKept ? '1' : '0')), control.Numbers.Rows[call][2]);
                }
    }

    [Fact]
    public void A_line_changes_what_it_names_and_leaves_the_rest()
    {
        var control = Live.Threshold(seed: 3, rate: 0.25, count: 8).From("era=0.12 seed=7 rate=0.3 call=2");

        Assert.Equal("era=0.12 seed=7 rate=0.3 call=2 n=8 rule=u<keep", control.State);
        Assert.Equal("era=0.12 seed=7 rate=0.25 call=0 n=200", Live.Rate().From("keep=0.75").State);
    }

    [Theory]
    [InlineData("rte=0.3", "\"rte=0.3\" is not understood: write era=… seed=… rate=… call=… n=… rule=….")]
    [InlineData("rate", "\"rate\" is not understood")]
    [InlineData("rate=1.5", "rate=1.5 is out of range: it is a number from 0 to 1.")]
    [InlineData("rate=", "rate= is out of range")]
    [InlineData("call=0.5", "call=0.5 is out of range: it is a whole number from 0 to 63.")]
    [InlineData("era=2", "era=2 is not a choice: it is one of 0.12, 0.10, 0.6, 0.4.")]
    [InlineData("seed=9007199254740993", "seed=9007199254740993 is out of range")]
    public void A_line_that_cannot_be_is_refused_with_the_rule(string line, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => Live.Threshold().From(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void Activations_that_cannot_be_drawn_are_refused_with_the_way_out()
    {
        Assert.Contains("x[..64]", Assert.Throws<ArgumentException>(() => Live.Flag(new float[65])).Message, StringComparison.Ordinal);
        Assert.Contains("Live.Edges", Assert.Throws<ArgumentException>(() => Live.Rescale([1, float.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("x has 0 elements", Assert.Throws<ArgumentException>(() => Live.Rescale([])).Message, StringComparison.Ordinal);
    }
}
