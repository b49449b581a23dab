namespace DropoutLessons.Kernel.Protocol;

/// <summary>Converts between the protocol's cursor positions, which count code points, and .NET's, which count UTF-16 units.</summary>
internal static class CursorPosition
{
    /// <summary>Index into <paramref name="code"/> of a position of the protocol; positions outside are moved to the ends.</summary>
    public static int ToIndex(string code, int position)
    {
        int index = 0;
        for (int i = 0; i < position && index < code.Length; i++)
            index += char.IsHighSurrogate(code[index]) && index + 1 < code.Length && char.IsLowSurrogate(code[index + 1]) ? 2 : 1;
        return index;
    }

    /// <summary>Position of the protocol of an index into <paramref name="code"/>.</summary>
    public static int FromIndex(string code, int index) => code.AsSpan(0, index).ToString().EnumerateRunes().Count();
}
