using System.Text.Json.Nodes;

namespace DropoutLessons.Grading.Tests;

public sealed class PlainValueTests
{
    public static TheoryData<object?> Values { get; } =
    [
        (object?)null, true, -3, 4000000000u, long.MinValue, -0f, float.NaN, double.Epsilon, double.NegativeInfinity, "ü\n", new PrngKey(1, uint.MaxValue), new CandidateReference(3),
        new[] { 0f, -0f, float.PositiveInfinity }, new[] { 0.1, double.NaN }, new[] { true, false }, new[] { 1, -1 }, new[] { 1u }, new[] { long.MaxValue },
        new[] { "a", "" }, new[] { new PrngKey(5, 6) }, new object?[] { new[] { 1f }, null, 2 },
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_comes_back_as_it_was(object? value)
    {
        var back = PlainValue.FromJson(JsonNode.Parse(PlainValue.ToJson(value)?.ToJsonString() ?? "null"));

        Assert.Equal(value?.GetType(), back?.GetType());
        Assert.Equal(ComparisonLevel.SameBits, ValueComparer.Compare(value, back, Tolerance.None).Level);
    }

    [Fact]
    public void A_copy_is_not_reached_by_later_changes_and_tuples_become_arrays()
    {
        float[] mine = [1, 2];
        object?[] copy = Assert.IsType<object?[]>(PlainValue.Copy((mine, true)));

        mine[0] = 9;

        Assert.Equal([1f, 2f], Assert.IsType<float[]>(copy[0]));
        Assert.Equal(true, copy[1]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type": "float", "value": "xyz"}""")]
    [InlineData("""{"type": "decimal", "value": "1"}""")]
    [InlineData("""{"type": "int[]", "value": "1"}""")]
    [InlineData("[1]")]
    [InlineData("7")]
    public void Another_form_is_refused(string json) => Assert.Throws<FormatException>(() => PlainValue.FromJson(JsonNode.Parse(json)));

    [Fact]
    public void A_value_that_is_not_plain_is_refused_by_its_type() =>
        Assert.Contains("Uri", Assert.Throws<ArgumentException>(() => PlainValue.Copy(new Uri("file:///x"))).Message, StringComparison.Ordinal);
}
