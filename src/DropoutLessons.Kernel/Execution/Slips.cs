using System.Text.RegularExpressions;

namespace DropoutLessons.Kernel;

/// <summary>Recognises the slips people make in a C# cell, above all those of people who come from Python, and says what to write instead.</summary>
internal static partial class Slips
{
    private const string Semicolon = "a statement ends with a semicolon; only the last line of a cell may go without, and its value is then shown.";
    private const string InBlock = "a Span or a ref lives inside a block or a function only; put these lines between { and }.";

    /// <summary>Lists hints for code that did not compile.</summary>
    /// <param name="code">the cell</param>
    /// <param name="errors">what the compiler said</param>
    public static IEnumerable<string> Hints(string code, IReadOnlyList<CellDiagnostic> errors) =>
        // A semicolon is missed after every other slip, too.
        errors.Select(error => Hint(code, error)).OfType<string>().Distinct().ToList() is var hints
            ? hints.Where(hint => hint != Semicolon || hints.Count == 1).Select(hint => $"Hint: {hint}") : [];

    /// <summary>Says what to write instead; null where the error is no usual slip.</summary>
    /// <param name="code">the cell</param>
    /// <param name="error">what the compiler said</param>
    public static string? Hint(string code, CellDiagnostic error)
    {
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        return Hint(error, error.Line <= lines.Length ? lines[error.Line - 1] : "", code);
    }

    private static string? Hint(CellDiagnostic error, string line, string code) => error.Code switch
    {
        "CS1056" or "CS1010" or "CS1012" when CurlyQuotes().IsMatch(line) => "the quotes are curly, as a web page or a word processor writes them; type straight ones: \" or '.",
        _ when CurlyQuotes().IsMatch(line) && error.Code is "CS1002" or "CS1525" or "CS1026" => "the quotes are curly, as a web page or a word processor writes them; type straight ones: \" or '.",
        "CS0103" when Name(error) is { } name => Unknown(name),
        "CS1002" when Statement().Match(line) is { Success: true } statement => Python(statement.Value.Trim()),
        "CS1002" when UsingDeclaration().IsMatch(line) => "a using declaration lives inside a block only; put these lines between { and }, or write: using (var x = ...) { ... }",
        "CS1001" or "CS1002" or "CS1003" or "CS1026" when RefLocal().IsMatch(line) => InBlock,
        "CS1002" when error.Column <= line.Length && Word().Match(line[(error.Column - 1)..]) is { Success: true } word => Unknown(word.Groups[1].Value),
        "CS1010" => "a text ends with a second quote on its own line; one over several lines stands between \"\"\" and \"\"\".",
        "CS1002" => Semicolon,
        "CS1003" or "CS1026" or "CS1525" or "CS1513" or "CS0246" or "CS1001" when Statement().Match(line) is { Success: true } statement => Python(statement.Value.Trim()),
        "CS0246" when Name(error) is { } name => $"there is no type {name} here; is a \"using\" line missing, a #r, or the cell that declares it not run yet?",
        "CS0201" => "a value alone is no statement; assign it, or make it the last line of the cell, without a semicolon, to show it.",
        "CS7021" => "a notebook cell cannot hold a namespace; declare the types without one.",
        "CS1109" => "a notebook cell cannot hold an extension method in a static class; write it by itself: static int Twice(this int n) => 2 * n;",
        "CS8345" or "CS4012" or "CS8352" or "CS8174" => InBlock,
        "CS9283" => "a notebook cell cannot hold an extension block; write each method by itself: static int Twice(this int n) => 2 * n;",
        "CS9054" => "a notebook cell cannot hold a file type; leave out the word file.",
        "CS7020" => "a cell cannot yield; a function can: IEnumerable<int> Numbers() { yield return 1; }",
        "CS7015" => "a notebook cell cannot name an alias for an assembly; write the names of its types in full.",
        "CS1513" => "a brace { is not closed by a }.",
        "CS1026" => "a parenthesis ( is not closed by a ).",
        "CS0165" => "the variable has no value yet where it is read; give it one where it is declared.",
        "CS0029" or "CS0266" when code.Contains('.', StringComparison.Ordinal) && error.Message.Contains("'double'", StringComparison.Ordinal) && error.Message.Contains("'float'", StringComparison.Ordinal) => "0.5 is a double; write 0.5f for a float.",
        "CS0664" => "0.5 is a double; write 0.5f for a float.",
        _ => null,
    };

    private static string? Unknown(string name) => name switch
    {
        "print" => "C# prints with Console.WriteLine(x); display(x) shows x as the last line of a cell would.",
        "True" or "False" => $"C# writes {name.ToLowerInvariant()}.",
        "None" or "nil" or "NULL" => "C# writes null.",
        "len" => "the length of an array is x.Length, of a list x.Count.",
        "str" or "int" or "float" => $"C# converts with Convert, x.ToString() or a cast; there is no function {name}.",
        "range" => "C# counts with for (int i = 0; i < n; i++) or Enumerable.Range(0, n).",
        "self" => "C# writes this.",
        "elif" => "C# writes else if.",
        "math" => "C# writes Math, or MathF for floats.",
        "and" or "or" or "not" => "C# writes &&, || and !.",
        _ => null,
    };

    private static string? Python(string statement) => statement switch
    {
        "def" => "this looks like Python; a C# function is: int Twice(int n) => 2 * n;",
        "elif" => "C# writes else if.",
        "import" or "from" => "C# writes using System.Linq; for a namespace, #r \"file.dll\" or #r \"nuget: Name\" for a library.",
        "print" => "C# prints with Console.WriteLine(x).",
        "let" or "const" => "C# declares with var x = 1;",
        "for" or "while" or "if" or "with" or "lambda" => $"this looks like Python; C# writes {statement} with parentheses and braces: {statement} (...) {{ ... }}",
        _ => null,
    };

    private static string? Name(CellDiagnostic error) => QuotedName().Match(error.Message) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("[\u201C\u201D\u201E\u2018\u2019\u00AB\u00BB]")]
    private static partial Regex CurlyQuotes();

    [GeneratedRegex(@"^\s*(?:await\s+)?using\s+[\w.<>\[\]]+\s+\w+\s*=")]
    private static partial Regex UsingDeclaration();

    [GeneratedRegex(@"^\s*(and|or|not|elif)\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bref\s+(?:readonly\s+)?[\w.<>\[\]]+\s+\w+\s*=\s*ref\b")]
    private static partial Regex RefLocal();

    [GeneratedRegex(@"'([^']+)'")]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"^\s*(def|elif|import|from|print|let)\b|^\s*(for|while|if|with)\b(?!\s*\()|\blambda\b(?=.*:)|\belif\b")]
    private static partial Regex Statement();
}
