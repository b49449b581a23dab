using System.Net;
using System.Text;

namespace DropoutLessons.Cli.Book;

/// <summary>Turns the TeX that the lessons use into MathML, which browsers draw without any script or network.</summary>
/// <remarks>
/// Knows letters, numbers, operators, sub- and superscripts, \frac, \sqrt, \text, \mathrm, \mathbb{E}, cases and the symbols listed
/// in <see cref="s_symbols"/>. Anything else is an error rather than a wrong formula.
/// </remarks>
internal sealed class TexToMathMl
{
    private static readonly Dictionary<string, string> s_symbols = new()
    {
        ["cdot"] = "⋅",
        ["times"] = "×",
        ["sim"] = "∼",
        ["le"] = "≤",
        ["ge"] = "≥",
        ["ne"] = "≠",
        ["in"] = "∈",
        ["odot"] = "⊙",
        ["approx"] = "≈",
        ["sum"] = "∑",
        ["to"] = "→",
        ["pm"] = "±",
        ["infty"] = "∞",
        ["lfloor"] = "⌊",
        ["rfloor"] = "⌋",
        ["oplus"] = "⊕",
        ["ldots"] = "…",
        ["partial"] = "∂",
    };

    private static readonly Dictionary<string, string> s_letters = new()
    {
        ["mu"] = "μ",
        ["sigma"] = "σ",
        ["pi"] = "π",
        ["theta"] = "θ",
        ["alpha"] = "α",
        ["beta"] = "β",
        ["epsilon"] = "ε",
        ["lambda"] = "λ",
    };

    private static readonly HashSet<string> s_spaces = [",", ";", "!", "quad", "qquad", " "];

    private readonly string _tex;
    private int _at;

    private TexToMathMl(string tex) => _tex = tex;

    /// <summary>Converts <paramref name="tex"/>, written without its dollar signs.</summary>
    /// <param name="tex">the formula</param>
    /// <param name="block">true for a formula on a line of its own</param>
    /// <exception cref="FormatException">The formula holds a command this converter does not know, or an unbalanced brace.</exception>
    public static string Convert(string tex, bool block)
    {
        var converter = new TexToMathMl(tex.Trim());
        string body = converter.Row(stop: null);
        // The TeX stays as annotation: it is what a screen reader falls back to and what copying gives.
        return $"<math display=\"{(block ? "block" : "inline")}\"><semantics><mrow>{body}</mrow>"
            + $"<annotation encoding=\"application/x-tex\">{WebUtility.HtmlEncode(tex.Trim())}</annotation></semantics></math>";
    }

    private string Row(char? stop)
    {
        var row = new StringBuilder();
        for (SkipSpaces(); _at < _tex.Length && _tex[_at] != stop; SkipSpaces())
        {
            if (_tex[_at] is '}' or '&' || Ahead("\\\\") || Ahead("\\end"))
                break;
            row.Append(Scripted());
        }
        return row.ToString();
    }

    private string Scripted()
    {
        string atom = Atom();
        string? sub = null, sup = null;
        for (SkipSpaces(); _at < _tex.Length && _tex[_at] is '_' or '^'; SkipSpaces())
        {
            bool below = _tex[_at++] == '_';
            if (below)
                sub = Atom();
            else
                sup = Atom();
        }
        return (sub, sup) switch
        {
            (null, null) => atom,
            (not null, null) => $"<msub>{atom}{sub}</msub>",
            (null, not null) => $"<msup>{atom}{sup}</msup>",
            _ => $"<msubsup>{atom}{sub}{sup}</msubsup>",
        };
    }

    private string Atom()
    {
        SkipSpaces();
        if (_at >= _tex.Length)
            throw Bad("ends where something must follow");
        char c = _tex[_at];
        if (c == '{')
            return $"<mrow>{Group()}</mrow>";
        if (c == '\\')
            return Command();
        if (char.IsAsciiDigit(c))
            return $"<mn>{Take(ch => char.IsAsciiDigit(ch) || ch == '.')}</mn>";
        _at++;
        // A bracket beside a tall neighbour would grow with it.
        string stretch = c is '(' or ')' or '[' or ']' ? " stretchy=\"false\"" : "";
        return char.IsLetter(c) ? $"<mi>{c}</mi>" : $"<mo{stretch}>{WebUtility.HtmlEncode(c == '-' ? "−" : c.ToString())}</mo>";
    }

    private string Command()
    {
        _at++;
        string name = _at < _tex.Length && char.IsLetter(_tex[_at]) ? Take(char.IsLetter) : _tex[_at++].ToString();
        if (s_symbols.TryGetValue(name, out string? symbol))
            return $"<mo>{symbol}</mo>";
        if (s_letters.TryGetValue(name, out string? letter))
            return $"<mi>{letter}</mi>";
        if (s_spaces.Contains(name))
            return name == "!" ? "" : $"<mspace width=\"{(name is "quad" or "qquad" ? "1.2em" : ".2em")}\"/>";
        return name switch
        {
            "frac" => $"<mfrac>{Atom()}{Atom()}</mfrac>",
            "sqrt" => $"<msqrt>{Atom()}</msqrt>",
            // MathML trims spaces at the ends of a text, where TeX keeps them.
            "text" => $"<mtext>{WebUtility.HtmlEncode(RawGroup()).Replace(' ', '\u00a0')}</mtext>",
            "mathrm" or "operatorname" => $"<mi mathvariant=\"normal\">{WebUtility.HtmlEncode(RawGroup())}</mi>",
            "mathbb" => $"<mi>{DoubleStruck(RawGroup())}</mi>",
            "left" or "right" => Atom(),
            "{" or "}" or "_" or "%" or "|" => $"<mo>{name}</mo>",
            "begin" => Cases(),
            _ => throw Bad($"uses \\{name}, which this converter does not know"),
        };
    }

    private string Cases()
    {
        if (RawGroup() is var kind && kind != "cases")
            throw Bad($"uses the environment {kind}; only cases is known");
        var rows = new StringBuilder();
        while (!Ahead("\\end"))
        {
            rows.Append("<mtr><mtd>").Append(Row(stop: null)).Append("</mtd>");
            while (_at < _tex.Length && _tex[_at] == '&')
            {
                _at++;
                rows.Append("<mtd>").Append(Row(stop: null)).Append("</mtd>");
            }
            rows.Append("</mtr>");
            if (Ahead("\\\\"))
                _at += 2;
            else if (!Ahead("\\end"))
                throw Bad("has a cases block without its end");
            SkipSpaces();
        }
        _at += "\\end".Length;
        RawGroup();
        return $"<mrow><mo>{{</mo><mtable columnalign=\"left\">{rows}</mtable></mrow>";
    }

    private string Group()
    {
        _at++;
        string row = Row('}');
        if (_at >= _tex.Length)
            throw Bad("has a { without its }");
        _at++;
        return row;
    }

    private string RawGroup()
    {
        int end = _at < _tex.Length && _tex[_at] == '{' ? _tex.IndexOf('}', _at) : -1;
        if (end < 0)
            throw Bad("lacks a {...}");
        string text = _tex[(_at + 1)..end].Replace("\\_", "_", StringComparison.Ordinal);
        _at = end + 1;
        return text;
    }

    private string Take(Func<char, bool> accept)
    {
        int start = _at;
        while (_at < _tex.Length && accept(_tex[_at]))
            _at++;
        return _tex[start.._at];
    }

    private static string DoubleStruck(string letters) => letters switch { "E" => "𝔼", "P" => "ℙ", "R" => "ℝ", _ => letters };

    private bool Ahead(string text) => string.CompareOrdinal(_tex, _at, text, 0, text.Length) == 0;

    private void SkipSpaces()
    {
        while (_at < _tex.Length && char.IsWhiteSpace(_tex[_at]))
            _at++;
    }

    private FormatException Bad(string why) => new($"The formula \"{_tex}\" {why} (at character {_at}).");
}
