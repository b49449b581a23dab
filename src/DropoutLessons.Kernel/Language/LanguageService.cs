using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace DropoutLessons.Kernel;

/// <summary>Completes, explains and checks code that is being typed, knowing what earlier cells declared.</summary>
/// <remarks>Holds two documents for the whole session: what was declared before, and what is being typed. To be asked one question at a time; a cell may run meanwhile.</remarks>
internal sealed class LanguageService : IDisposable
{
    private const int MostInText = 12;

    // Of versions of assemblies, which no learner can mend.
    private static readonly KeyValuePair<string, ReportDiagnostic>[] s_ofNoUse = [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress), new("CS1705", ReportDiagnostic.Suppress)];

    private readonly Submissions _submissions;
    private readonly EarlierCells _earlier;
    private readonly AdhocWorkspace _workspace = new(MefHostServices.Create(MefHostServices.DefaultAssemblies));
    private readonly DocumentId _earlierId;
    private readonly DocumentId _typedId;
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private Solution _solution;
    private string _earlierText = "";

    public LanguageService(Submissions submissions)
    {
        _submissions = submissions;
        _earlier = new(submissions);
        MetadataReference[] references =
        [
            .. LanguageReferences.Framework(),
            .. new[] { typeof(CSharpSession), typeof(Microsoft.DotNet.Interactive.Formatting.Formatter), typeof(Microsoft.AspNetCore.Html.IHtmlContent) }.Select(type => LanguageReferences.Documented(type.Assembly.Location)),
        ];
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: submissions.Usings, allowUnsafe: true, specificDiagnosticOptions: s_ofNoUse);
        ProjectInfo Submission(string name, IEnumerable<ProjectReference> projects) => ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), name, name, LanguageNames.CSharp, isSubmission: true,
            parseOptions: Submissions.Script, compilationOptions: options, metadataReferences: references, projectReferences: projects);
        var before = Submission("Earlier", []);
        var typed = Submission("Typed", [new(before.Id)]);
        (_earlierId, _typedId) = (DocumentId.CreateNewId(before.Id), DocumentId.CreateNewId(typed.Id));
        _solution = _workspace.CurrentSolution.AddProject(before).AddProject(typed)
            .AddDocument(Document(_earlierId, "earlier.csx")).AddDocument(Document(_typedId, "typed.csx"));
    }

    /// <summary>Lists what may stand at a place.</summary>
    public async Task<CompletionResult> CompleteAsync(TypedCode typedCode, CancellationToken cancellation)
    {
        var (code, position) = (typedCode.Code, typedCode.Position);
        if (DirectiveHelp.Complete(code, position) is { } directives)
            return directives;
        var document = Typed(typedCode);
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

    /// <summary>Lists the ways to make the call whose arguments are being typed at a place.</summary>
    public async Task<SignatureHelp> SignaturesAsync(TypedCode typed, CancellationToken cancellation)
    {
        var document = Typed(typed);
        return SignatureHelp.At((await document.GetSyntaxRootAsync(cancellation))!, (await document.GetSemanticModelAsync(cancellation))!, typed.Position);
    }

    /// <summary>Lists what the compiler says.</summary>
    public async Task<IReadOnlyList<TypedDiagnostic>> DiagnosticsAsync(TypedCode typed, CancellationToken cancellation) =>
        TypedDiagnostics.Of(typed.Code, (await Typed(typed).GetSemanticModelAsync(cancellation))!, !typed.LoadsLibraries, cancellation);

    /// <summary>Explains what stands at a place: a name, or the call whose arguments are being typed.</summary>
    /// <returns>the explanation as plain text, or null when there is nothing to say</returns>
    public async Task<string?> InspectAsync(TypedCode typed, CancellationToken cancellation)
    {
        var (code, position) = (typed.Code, typed.Position);
        var document = Typed(typed);
        var root = (await document.GetSyntaxRootAsync(cancellation))!;
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        string signatures = Text(SignatureHelp.At(root, model, position));
        if (signatures.Length > 0 && !IsOnName(code, position))
            return signatures;
        var info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position, cancellation)
            ?? (position > 0 ? await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, position - 1, cancellation) : null);
        if (info is null)
            return signatures.Length > 0 ? signatures : null;
        string text = string.Join('\n', info.Sections.Select(section => section.Text.Trim()).Where(section => section.Length > 0));
        var symbol = root.FindToken(Math.Min(info.Span.Start, Math.Max(0, root.FullSpan.End - 1))).Parent is { } node ? model.GetSymbolInfo(node, cancellation).Symbol ?? model.GetDeclaredSymbol(node, cancellation) : null;
        string more = symbol is null ? "" : string.Join('\n', Documentation.Of(symbol).Split('\n').Skip(1));
        return more.Length > 0 ? $"{text}\n{more}" : text;
    }

    public void Dispose() => _workspace.Dispose();

    private Document Typed(TypedCode typed)
    {
        foreach (string file in _submissions.LoadedFiles.Where(_files.Add).ToArray())
            foreach (var project in new[] { _earlierId.ProjectId, _typedId.ProjectId })
                _solution = _solution.AddMetadataReference(project, LanguageReferences.Documented(file));
        string earlier = _earlier.Text(typed.Above);
        if (earlier != _earlierText)
            _solution = _solution.WithDocumentText(_earlierId, SourceText.From(_earlierText = earlier));
        _solution = _solution.WithDocumentText(_typedId, SourceText.From(CellPart.WithoutDirectives(typed.Code)));
        return _solution.GetDocument(_typedId)!;
    }

    // The first of many overloads, fewer than an editor could page through: this is one text.
    private static string Text(SignatureHelp help) =>
        string.Join("\n\n", help.Signatures.Take(MostInText).Select(signature => $"{signature.Label}\n{signature.Documentation}".Trim()));

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
