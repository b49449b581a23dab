// The controller VS Code runs our notebooks with, and a session for each of them.
import * as vscode from 'vscode';
import { isCSharp } from './lessonCell';
import { Session } from './session';
import type { Tool } from './tool';

export class Notebooks implements vscode.Disposable {
  private readonly controller = vscode.notebooks.createNotebookController('csharp', 'jupyter-notebook', '.NET (C#)');
  private readonly sessions = new Map<vscode.NotebookDocument, Session>();
  private readonly selected = new WeakSet<vscode.NotebookDocument>();
  private readonly registrations: vscode.Disposable[];

  constructor(private readonly tool: () => Tool) {
    const { controller } = this;
    controller.supportedLanguages = ['csharp'];
    controller.supportsExecutionOrder = true;
    controller.description = 'Dropout Lessons';
    controller.executeHandler = (cells, notebook) => this.of(notebook).run(cells);
    controller.interruptHandler = notebook => this.of(notebook).interrupt();
    this.registrations = [
      controller,
      controller.onDidChangeSelectedNotebooks(({ notebook, selected }) => selected ? this.selected.add(notebook) : this.release(notebook)),
      vscode.workspace.onDidOpenNotebookDocument(notebook => this.prefer(notebook)),
      vscode.workspace.onDidCloseNotebookDocument(notebook => this.end(notebook)),
    ];
    vscode.workspace.notebookDocuments.forEach(notebook => this.prefer(notebook));
  }

  /** Session of a notebook, made at first need. */
  of(notebook: vscode.NotebookDocument): Session {
    const session = this.sessions.get(notebook) ?? new Session(notebook, this.controller, this.tool);
    this.sessions.set(notebook, session);
    return session;
  }

  /** Whether our kernel serves a notebook: it was chosen, or nothing else is there to be. */
  serves(notebook: vscode.NotebookDocument): boolean {
    return this.selected.has(notebook) || (notebook.notebookType === 'jupyter-notebook' && isCSharp(notebook.metadata) && !jupyter());
  }

  /** Session and cell of a document that our kernel serves, or undefined. */
  find(document: vscode.TextDocument): { session: Session; cell: vscode.NotebookCell } | undefined {
    if (document.uri.scheme !== 'vscode-notebook-cell' || document.languageId !== 'csharp') return undefined;
    const notebook = vscode.workspace.notebookDocuments.find(one => one.uri.path === document.uri.path && this.serves(one));
    const cell = notebook?.getCells().find(one => one.document === document);
    return notebook && cell && { session: this.of(notebook), cell };
  }

  /** Adds an output below a cell, in place of the last of that kind; false where another kernel serves the notebook, or the cell is running. */
  async put(cell: vscode.NotebookCell, kind: string, html: string, text: string): Promise<boolean> {
    if (!this.selected.has(cell.notebook)) return false;
    const before = cell.executionSummary, execution = this.begin(cell);
    if (!execution) return false;
    execution.executionOrder = before?.executionOrder;
    execution.start(before?.timing?.startTime);
    const items = [vscode.NotebookCellOutputItem.text(html, 'text/html'), vscode.NotebookCellOutputItem.text(text)];
    // The inner metadata is what a notebook's file keeps.
    const old = cell.outputs.find(output => (output.metadata?.['metadata'] as Record<string, unknown> | undefined)?.['dropoutLessons'] === kind);
    await (old ? execution.replaceOutputItems(items, old) : execution.appendOutput(new vscode.NotebookCellOutput(items, { outputType: 'display_data', metadata: { dropoutLessons: kind } })));
    execution.end(before?.success, before?.timing?.endTime);
    return true;
  }

  /** Takes away what stands below a cell, unless another kernel serves the notebook, or the cell is running. */
  async clear(cell: vscode.NotebookCell): Promise<void> {
    const execution = this.selected.has(cell.notebook) ? this.begin(cell) : undefined;
    execution?.start();
    await execution?.clearOutput();
    execution?.end(undefined);
  }

  /** Makes ours the kernel of a notebook before it is first run, unless the Jupyter extension is there to choose. */
  async choose(notebook: vscode.NotebookDocument): Promise<void> {
    if (this.selected.has(notebook) || jupyter()) return;
    // The command returns before the choice has arrived.
    const chosen = new Promise<void>(resolve => {
      const event = this.controller.onDidChangeSelectedNotebooks(change => { if (change.notebook === notebook) { event.dispose(); resolve(); } });
      setTimeout(() => { event.dispose(); resolve(); }, 5000);
    });
    await vscode.commands.executeCommand('notebook.selectKernel', { id: this.controller.id, extension: 'dropout-lessons.dropout-lessons' });
    await chosen;
  }

  dispose(): void {
    this.sessions.forEach(session => void session.stop());
    vscode.Disposable.from(...this.registrations).dispose();
  }

  // With the Jupyter extension there, the kernel registered with it serves as ever, and ours only where it is chosen.
  private prefer(notebook: vscode.NotebookDocument): void {
    if (isCSharp(notebook.metadata) && !jupyter()) this.controller.updateNotebookAffinity(notebook, vscode.NotebookControllerAffinity.Preferred);
  }

  private release(notebook: vscode.NotebookDocument): void {
    this.selected.delete(notebook);
    this.end(notebook);
  }

  // Throws while the cell runs or waits to.
  private begin(cell: vscode.NotebookCell): vscode.NotebookCellExecution | undefined {
    try {
      return this.controller.createNotebookCellExecution(cell);
    } catch {
      return undefined;
    }
  }

  private end(notebook: vscode.NotebookDocument): void {
    void this.sessions.get(notebook)?.stop();
    this.sessions.delete(notebook);
  }
}

function jupyter(): boolean {
  return vscode.extensions.getExtension('ms-toolsai.jupyter') !== undefined;
}
