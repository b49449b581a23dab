using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace DropoutLessons.Kernel;

/// <summary>Completes and explains code that is being typed, knowing what earlier cells declared.</summary>
/// <remarks>Holds two documents for the whole session: what was declared before, and what is being typed.</remarks>
internal sealed class LanguageService : IDisposable
{
    private const int MostSignatures = 12;

    private static readonly SymbolDisplayFormat s_signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeName);

    private readonly Submissions _submissions;
    private readonly EarlierCells _earlier;
    private readonly AdhocWorkspace _workspace = new(MefHostServices.Create(MefHostServices.DefaultAssemblies));
    private readonly DocumentId _earlierId;
    private readonly DocumentId _typedId;
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private Solution _solution;
    private int _cells = -1;

    public LanguageService(Submissions submissions)
    {
        _submissions = submissions;
        _earlier = new(submissions);
        MetadataReference[] references =
        [
            .. LanguageReferences.Framework(),
            .. new[] { typeof(CSharpSession), typeof(Microsoft.DotNet.Interactive.Formatting.Formatter), typeof(Microsoft.AspNetCore.Html.IHtmlContent) }.Select(type => LanguageReferences.Documented(type.Assembly.Location)),
        ];
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: submissions.Usings);
        ProjectInfo Submission(string name, IEnumerable<ProjectReference> projects) => ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), name, name, LanguageNames.CSharp, isSubmission: true,
            parseOptions: Submissions.Script, compilationOptions: options, metadataReferences: references, projectReferences: projects);
        var before = Submission("Earlier", []);
        var typed = Submission("Typed", [new(before.Id)]);
        (_earlierId, _typedId) = (DocumentId.CreateNewId(before.Id), DocumentId.CreateNewId(typed.Id));
        _solution = _workspace.CurrentSolution.AddProject(before).AddProject(typed)
            .AddDocument(Document(_earlierId, "earlier.csx")).AddDocument(Document(_typedId, "typed.csx"));
    }

    /// <summary>Lists what may stand at <paramref name="position"/>.</summary>
    public async Task<CompletionResult> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        var document = Typed(code);
        var service = CompletionService.GetService(document)!;
        var list = await service.GetCompletionsAsync(document, position, CompletionTrigger.Invoke, cancellationToken: cancellation);
        var span = list.Span.Start <= position ? list.Span : new TextSpan(position, 0);
        string typed = code[span.Start..position];
        // Items with such a note come from namespaces that are not imported: inserted, they would not compile.
        var usable = list.ItemsList.Where(item => string.IsNullOrEmpty(item.InlineDescription)).ToArray();
        var starting = usable.Where(item => item.DisplayText.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ToArray();
        var fitting = starting.Length > 0 || typed.Length == 0 ? starting : [.. service.FilterItems(document, [.. usable], typed)];
        return new(span.Start, Math.Max(span.End, position),
            [.. fitting.OrderBy(item => !item.DisplayText.StartsWith(typed, StringComparison.Ordinal)).ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
                .Select(item => new CompletionEntry(item.DisplayText, Kind(item))).DistinctBy(entry => entry.Text)]);
    }

    /// <summary>Explains what stands at <paramref name="position"/>: a name, or the call whose arguments are being typed.</summary>
    /// <returns>the explanation as plain text, or null when there is nothing to say</returns>
    public async Task<string?> InspectAsync(string code, int position, CancellationToken cancellation)
    {
        var document = Typed(code);
        var root = (await document.GetSyntaxRootAsync(cancellation))!;
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        if (Signatures(root, model, position) is { Length: > 0 } signatures && !IsOnName(code, position))
            return signatures;
        var info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position, cancellation)
            ?? (position > 0 ? await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position - 1, cancellation) : null);
        if (info is null)
            return Signatures(root, model, position) is { Length: > 0 } around ? around : null;
        string text = string.Join('\n', info.Sections.Select(section => section.Text.Trim()).Where(section => section.Length > 0));
        var symbol = root.FindToken(Math.Min(info.Span.Start, Math.Max(0, root.FullSpan.End - 1))).Parent is { } node ? model.GetSymbolInfo(node, cancellation).Symbol ?? model.GetDeclaredSymbol(node, cancellation) : null;
        string more = symbol is null ? "" : string.Join('\n', Documentation.Of(symbol).Split('\n').Skip(1));
        return more.Length > 0 ? $"{text}\n{more}" : text;
    }

    public void Dispose() => _workspace.Dispose();

    private Document Typed(string code)
    {
        foreach (string file in _submissions.LoadedFiles.Where(_files.Add).ToArray())
            foreach (var project in new[] { _earlierId.ProjectId, _typedId.ProjectId })
                _solution = _solution.AddMetadataReference(project, LanguageReferences.Documented(file));
        if (_cells != _earlier.Count)
        {
            _cells = _earlier.Count;
            _solution = _solution.WithDocumentText(_earlierId, SourceText.From(_earlier.Text()));
        }
        _solution = _solution.WithDocumentText(_typedId, SourceText.From(code));
        return _solution.GetDocument(_typedId)!;
    }

    private static string Signatures(SyntaxNode root, SemanticModel model, int position)
    {
        var arguments = root.FindToken(Math.Max(0, position - 1)).Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(list => list.SpanStart < position && (position < list.Span.End || list.GetLastToken(includeZeroWidth: true).IsMissing));
        var symbols = arguments?.Parent switch
        {
            InvocationExpressionSyntax call => model.GetMemberGroup(call.Expression).AsEnumerable(),
            ObjectCreationExpressionSyntax creation => model.GetSymbolInfo(creation.Type).Symbol is INamedTypeSymbol type ? type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public) : [],
            _ => [],
        };
        return string.Join("\n\n", symbols.Take(MostSignatures).Select(symbol => $"{symbol.ToDisplayString(s_signature)}\n{Documentation.Of(symbol)}".Trim()));
    }

    private static bool IsOnName(string code, int position) => position < code.Length && (char.IsLetterOrDigit(code[position]) || code[position] == '_');

    private static DocumentInfo Document(DocumentId id, string name) => DocumentInfo.Create(id, name, sourceCodeKind: SourceCodeKind.Script, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(""), VersionStamp.Create())));

    // The words of Jupyter's _jupyter_types_experimental, for which front ends have icons.
    private static string Kind(CompletionItem item) => item.Tags.FirstOrDefault() switch
    {
        "Method" or "ExtensionMethod" => "function",
        "Property" => "property",
        "Field" or "Constant" or "EnumMember" => "field",
        "Local" or "Parameter" or "RangeVariable" => "variable",
        "Class" or "Structure" or "Interface" or "Enum" or "Delegate" => "class",
        "Namespace" => "module",
        "Keyword" => "keyword",
        _ => "text",
    };
}
