using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DropoutLessons.Cli.Book;

/// <summary>Moves large scripts out of the pages into files beside them, one for all pages that need it.</summary>
/// <param name="folder">the book's folder</param>
internal sealed partial class SharedScripts(BookFolder folder)
{
    private const string Open = "<script>", Close = "</script>";
    private const int Large = 32_000;

    private readonly HashSet<string> _written = [];

    /// <summary>Removes the files an earlier book left, which pages of another version of the kit needed.</summary>
    public void Clear()
    {
        string assets = Path.Combine(folder.Path, "assets");
        if (Directory.Exists(assets))
            foreach (string file in Directory.GetFiles(assets).Where(file => OwnName().IsMatch(Path.GetFileName(file))))
                File.Delete(file);
    }

    /// <summary>Replaces the large scripts of <paramref name="html"/> by references to files.</summary>
    /// <param name="html">what a page holds</param>
    /// <param name="up">way from the page to the book's folder</param>
    public string Share(string html, string up)
    {
        var page = new StringBuilder();
        int at = 0;
        for (int start = html.IndexOf(Open, StringComparison.Ordinal); start >= 0; start = html.IndexOf(Open, at, StringComparison.Ordinal))
        {
            int end = html.IndexOf(Close, start, StringComparison.Ordinal);
            if (end < 0)
                break;
            string code = html[(start + Open.Length)..end];
            page.Append(html, at, start - at);
            page.Append(code.Length > Large ? $"<script src=\"{up}{Write(code)}\">{Close}" : $"{Open}{code}{Close}");
            at = end + Close.Length;
        }
        return page.Append(html, at, html.Length - at).ToString();
    }

    private string Write(string code)
    {
        string name = $"assets/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)))[..12]}.js";
        if (_written.Add(name))
            folder.Write(name, code);
        return name;
    }

    [GeneratedRegex("^[0-9a-f]{12}\\.js$")]
    private static partial Regex OwnName();
}
