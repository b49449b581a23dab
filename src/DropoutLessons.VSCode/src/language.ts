// Help while typing in cells, from the kernel's language service.
import * as vscode from 'vscode';
import type { Content } from './message';
import type { Notebooks } from './notebooks';
import { toCodePoints, toUnits } from './text';

interface Place { line: number; column: number }
interface Slip { severity: string; code: string; message: string; hint: string | null; start: Place; end: Place }
interface Signature { label: string; documentation?: string; parameters: { label: string; documentation?: string }[] }

const kinds: Record<string, vscode.CompletionItemKind> = {
  function: vscode.CompletionItemKind.Method, method: vscode.CompletionItemKind.Method, property: vscode.CompletionItemKind.Property, field: vscode.CompletionItemKind.Field,
  class: vscode.CompletionItemKind.Class, struct: vscode.CompletionItemKind.Struct, interface: vscode.CompletionItemKind.Interface, enum: vscode.CompletionItemKind.Enum,
  keyword: vscode.CompletionItemKind.Keyword, instance: vscode.CompletionItemKind.Variable, local: vscode.CompletionItemKind.Variable, module: vscode.CompletionItemKind.Module,
};

export function registerLanguage(notebooks: Notebooks, delay = 300): vscode.Disposable {
  const cells: vscode.DocumentFilter = { language: 'csharp', notebookType: 'jupyter-notebook' };
  const slips = vscode.languages.createDiagnosticCollection('csharp-cells');
  const timers = new Map<string, NodeJS.Timeout>();

  const ask = async (document: vscode.TextDocument, type: string, position?: vscode.Position, code = document.getText()): Promise<Content | undefined> => {
    const found = notebooks.find(document);
    return found?.session.ask(found.cell, type, { code, ...(position && { cursor_pos: toCodePoints(code, document.offsetAt(position)), detail_level: 0 }) });
  };
  const look = async (document: vscode.TextDocument): Promise<void> => {
    const { version } = document;
    const reply = await ask(document, 'diagnostics_request');
    if (reply?.['diagnostics'] && document.version === version) slips.set(document.uri, (reply['diagnostics'] as Slip[]).map(diagnosticOf));
  };
  const lookSoon = (document: vscode.TextDocument): void => {
    if (document.uri.scheme !== 'vscode-notebook-cell') return;
    clearTimeout(timers.get(document.uri.toString()));
    timers.set(document.uri.toString(), setTimeout(() => void look(document), delay));
  };

  return vscode.Disposable.from(slips,
    vscode.workspace.onDidChangeTextDocument(({ document }) => lookSoon(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => slips.delete(uri)),
    vscode.window.onDidChangeActiveTextEditor(editor => editor && lookSoon(editor.document)),
    vscode.languages.registerCompletionItemProvider(cells, { provideCompletionItems: async (document, position) => completions(document, await ask(document, 'complete_request', position)) }, '.', '#', '"', '/'),
    vscode.languages.registerHoverProvider(cells, {
      provideHover: async (document, position) => {
        const range = document.getWordRangeAtPosition(position);
        const reply = range && await ask(document, 'inspect_request', range.end);
        return reply?.['found'] === true ? new vscode.Hover(explained(reply), range) : undefined;
      },
    }),
    vscode.languages.registerSignatureHelpProvider(cells, { provideSignatureHelp: async (document, position) => signatures(await ask(document, 'signature_help_request', position)) }, '(', ','));
}

function diagnosticOf(slip: Slip): vscode.Diagnostic {
  const range = new vscode.Range(slip.start.line, slip.start.column, slip.end.line, slip.end.column);
  const severity = slip.severity === 'error' ? vscode.DiagnosticSeverity.Error : slip.severity === 'warning' ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
  return Object.assign(new vscode.Diagnostic(range, slip.hint ? `${slip.message}\n${slip.hint}` : slip.message, severity), { source: 'C#', code: slip.code });
}

function completions(document: vscode.TextDocument, reply: Content | undefined): vscode.CompletionItem[] {
  if (!Array.isArray(reply?.['matches'])) return [];
  const text = document.getText();
  const at = (points: unknown): vscode.Position => document.positionAt(toUnits(text, points as number));
  const range = new vscode.Range(at(reply['cursor_start']), at(reply['cursor_end']));
  const types = (reply['metadata'] as { _jupyter_types_experimental?: { text: string; type: string }[] } | undefined)?._jupyter_types_experimental ?? [];
  const typeOf = new Map(types.map(one => [one.text, one.type]));
  return (reply['matches'] as string[]).map((name, i) =>
    Object.assign(new vscode.CompletionItem(name, kinds[typeOf.get(name) ?? ''] ?? vscode.CompletionItemKind.Text), { range, sortText: String(i).padStart(5, '0') }));
}

function explained(reply: Content): vscode.MarkdownString {
  const [first, ...rest] = (reply['data'] as Record<string, string>)['text/plain'].replace(/\r/g, '').split('\n');
  return new vscode.MarkdownString().appendCodeblock(first, 'csharp').appendText(rest.join('\n'));
}

function signatures(reply: Content | undefined): vscode.SignatureHelp | undefined {
  const found = reply?.['signatures'] as Signature[] | undefined;
  if (!found || found.length === 0) return undefined;
  const help = new vscode.SignatureHelp();
  help.signatures = found.map(one => Object.assign(new vscode.SignatureInformation(one.label, one.documentation),
    { parameters: one.parameters.map(parameter => new vscode.ParameterInformation(parameter.label, parameter.documentation)) }));
  help.activeSignature = reply?.['active_signature'] as number;
  help.activeParameter = reply?.['active_parameter'] as number;
  return help;
}
