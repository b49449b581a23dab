namespace DropoutLessons.Interactive.Tests.Html;

/// <summary>Checks that the chart library travels once, and with the picture that carried it first.</summary>
public sealed class PlotlyLibraryTests
{
    [Fact]
    public void One_picture_carries_the_library_again_when_it_is_drawn_again_and_no_other_does()
    {
        string first = "first", other = "other";
        bool isOurs = PlotlyLibrary.ScriptFor(first).Length > 0;

        // Another test of this process may have drawn before; then that picture carries it, and neither of these does.
        Assert.Equal(isOurs, PlotlyLibrary.ScriptFor(first).Length > 1_000_000);
        Assert.Equal("", PlotlyLibrary.ScriptFor(other));
    }

    [Fact]
    public void Equal_pictures_in_one_page_have_different_names()
    {
        var picture = Show.Mask([true, false], 0.5);

        Assert.NotEqual(Name(picture.ToHtml()), Name(picture.ToHtml()));
    }

    private static string Name(string html) => html.Split("id=\"")[1].Split('"')[0];
}
