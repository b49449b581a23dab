namespace DropoutLessons.Core.Tests.Random;

/// <summary>Checks the block function against the authors' own known answers.</summary>
/// <remarks>Source: Random123, tests/kat_vectors, lines "threefry2x32 20" (github.com/DEShawResearch/random123).</remarks>
public sealed class Threefry2x32Tests
{
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0x6b200159u, 0x99ba4efeu)]
    [InlineData(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, 0x1cb996fcu, 0xbb002be7u)]
    [InlineData(0x13198a2eu, 0x03707344u, 0x243f6a88u, 0x85a308d3u, 0xc4923a9cu, 0x483df7a0u)]
    public void Hash_gives_the_known_answers_of_Random123(uint k0, uint k1, uint c0, uint c1, uint x0, uint x1) =>
        Assert.Equal((x0, x1), Threefry2x32.Hash(new(k0, k1), c0, c1));
}
