using System.Text;

namespace DropoutLessons.Cli.Tests.Grading;

/// <summary>Reads CSV strictly as RFC 4180 says.</summary>
internal static class Csv
{
    public static IReadOnlyList<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        for (int i = 0; i <= text.Length;)
        {
            row.Add(Field(text, ref i));
            bool isEnd = i >= text.Length;
            if (isEnd || text[i] == '\r')
            {
                Assert.True(isEnd || text[i + 1] == '\n', "a line ends with CR LF");
                rows.Add([.. row]);
                row.Clear();
                i += 2;
                if (isEnd)
                    break;
            }
            else
            {
                Assert.Equal(',', text[i]);
                i++;
            }
        }
        return rows;
    }

    private static string Field(string text, ref int i)
    {
        var field = new StringBuilder();
        if (i < text.Length && text[i] == '"')
        {
            for (i++; ; i++)
            {
                if (text[i] != '"')
                    field.Append(text[i]);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[++i]);
                else
                    break;
            }
            i++;
            return field.ToString();
        }
        for (; i < text.Length && text[i] is not (',' or '\r'); i++)
        {
            Assert.NotEqual('"', text[i]);
            field.Append(text[i]);
        }
        return field.ToString();
    }
}
