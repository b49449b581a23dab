// Buttons below an exercise: Check, Hint, Explain, Reset. The tool does the work; here it is shown.
import { access, constants } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { answerLine, checkBelow, exerciseOf, hasTag, lessonOf, notice } from './lessonCell';
import type { Lessons } from './lessons';
import type { Notebooks } from './notebooks';
import type { CheckReport, CheckedExercise, HintReport, RenewedReport } from './report';
import { escapeHtml } from './text';
import type { Tool } from './tool';

const buttons: [string, string, string][] = [
  ['check', '$(check) Check', 'Save, run the notebook afresh and say what the answer gets right and wrong'],
  ['hint', '$(lightbulb) Hint', 'Open one more hint'],
  ['explain', '$(book) Explain', 'Open the explained solution'],
  ['reset', '$(discard) Reset', 'Give the lesson back as it was; a copy of yours is kept'],
];

export class Exercises implements vscode.NotebookCellStatusBarItemProvider, vscode.Disposable {
  private readonly marks = vscode.languages.createDiagnosticCollection('dropout-lessons');
  private readonly registration: vscode.Disposable;
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly tool: () => Tool, private readonly lessons: Lessons, private readonly notebooks: Notebooks) {
    const steps: Record<string, (cell: vscode.NotebookCell, lesson: string) => Promise<void>> = {
      check: (cell, lesson) => this.check(cell, lesson), hint: (cell, lesson) => this.hint(cell, lesson),
      explain: (_, lesson) => this.explain(lesson), reset: (cell, lesson) => this.reset(cell, lesson),
    };
    this.registration = vscode.Disposable.from(this.marks, vscode.notebooks.registerNotebookCellStatusBarItemProvider('jupyter-notebook', this),
      ...buttons.map(([name]) => vscode.commands.registerCommand(`dropoutLessons.${name}`, (cell?: vscode.NotebookCell) => this.guarded(steps[name], cell))));
  }

  provideCellStatusBarItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    if (!lessonOf(cell.notebook.metadata) || !hasTag(cell.metadata, 'exercise')) return [];
    // On the right nothing moves: on the left the time of a run comes and goes before them, and a click on Hint would meet Explain.
    return buttons.map(([name, text, tooltip], i) => Object.assign(new vscode.NotebookCellStatusBarItem(text, vscode.NotebookCellStatusBarAlignment.Right),
      { command: { command: `dropoutLessons.${name}`, title: name, arguments: [cell] }, tooltip, priority: 100 - i, accessibilityInformation: { label: tooltip, role: 'button' } }));
  }

  dispose(): void {
    this.registration.dispose();
  }

  private async guarded(step: (cell: vscode.NotebookCell, lesson: string) => Promise<void>, given?: vscode.NotebookCell): Promise<void> {
    const cell = given ?? currentExercise();
    const lesson = cell && lessonOf(cell.notebook.metadata);
    if (!cell || !lesson) return void vscode.window.showInformationMessage('Put the cursor into an exercise of a lesson first.');
    // One after the other: a reset must not overtake the check before it.
    this.turn = this.turn.then(() => step(cell, lesson)).catch((error: unknown) => void vscode.window.showErrorMessage((error as Error).message));
    await this.turn;
  }

  private async check(cell: vscode.NotebookCell, lesson: string): Promise<void> {
    await save(cell.notebook);
    const report = await this.ask<CheckReport>('Checking …', cell, 'check', lesson);
    const id = exerciseOf(cell.notebook.getCells(), cell.index);
    const exercise = report.exercises.find(one => one.id === id) ?? report.exercises.find(one => one.state !== 'right') ?? report.exercises.at(0);
    // What an earlier run of the check said no longer holds.
    const check = checkBelow(cell.notebook.getCells(), cell.index);
    if (check && check.outputs.length > 0) await this.notebooks.clear(check);
    if (exercise) await this.show(cell, exercise);
    this.lessons.refresh();
  }

  private async show(cell: vscode.NotebookCell, { state, message, line }: CheckedExercise): Promise<void> {
    const code = cell.document.getText();
    const at = line ? line - 1 : answerLine(code);
    const range = cell.document.lineAt(Math.min(at, cell.document.lineCount - 1)).range;
    const severity = state === 'wrong' ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
    this.marks.set(cell.document.uri, state === 'right' ? [] : [Object.assign(new vscode.Diagnostic(range, message, severity), { source: 'Check' })]);
    const [mark, colour] = state === 'right' ? ['✔', 'green'] : state === 'wrong' ? ['✘', 'red'] : ['○', 'blue'];
    await this.put(cell, 'verdict', notice(mark, colour, message), `${mark} ${message}`);
  }

  private async hint(cell: vscode.NotebookCell, lesson: string): Promise<void> {
    const id = exerciseOf(cell.notebook.getCells(), cell.index);
    const { of, shown, hint } = await this.ask<HintReport>('Looking for a hint …', cell, 'hint', lesson, ...(id ? ['--exercise', id] : []));
    const lines = [...shown.map((text, i) => `Hint ${i + 1} of ${of}: ${text}`), ...(shown.includes(hint) ? [] : [hint])];
    await this.put(cell, 'hints', `<div role="status" class="dl-hints" style="padding:2px 12px">${lines.map(line => `<p>${escapeHtml(line)}</p>`).join('')}</div>`, lines.join('\n'));
    this.lessons.refresh();
  }

  private async explain(id: string): Promise<void> {
    const lesson = this.lessons.find(id);
    if (!lesson) throw new Error(`The lesson ${id} is not among those of this folder.`);
    const open = 'Open the solution';
    if (lesson.state !== 'right' && await vscode.window.showWarningMessage('The exercise is not solved yet. A hint may be enough.', open) !== open) return;
    await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(lesson.solution), 'jupyter-notebook', vscode.ViewColumn.Beside);
  }

  private async reset(cell: vscode.NotebookCell, lesson: string): Promise<void> {
    const go = 'Reset';
    if (await vscode.window.showWarningMessage(`Give ${lesson} back as it was at the start? A copy of yours is kept.`, { modal: true }, go) !== go) return;
    await save(cell.notebook);
    const { index } = cell;
    const { lessons } = await this.ask<RenewedReport>('Resetting …', cell, 'reset', lesson);
    this.marks.delete(cell.document.uri);
    await reopen(cell.notebook.uri, index);
    const kept = lessons.at(0)?.kept;
    void vscode.window.showInformationMessage(kept ? `The lesson is as it was. Yours is kept as ${kept}` : 'The lesson is as it was.');
    this.lessons.refresh();
  }

  private async ask<T>(title: string, cell: vscode.NotebookCell, command: string, lesson: string, ...more: string[]): Promise<T> {
    const folder = dirname(cell.notebook.uri.fsPath);
    const { report, said } = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title },
      () => this.tool().report<T>(folder, command, lesson, ...more, '--notebooks', folder));
    if (said) void vscode.window.showWarningMessage(said);
    return report;
  }

  // Where another kernel serves the notebook, its cells are not ours to write into.
  private async put(cell: vscode.NotebookCell, kind: string, html: string, text: string): Promise<void> {
    await this.notebooks.choose(cell.notebook);
    if (!await this.notebooks.put(cell, kind, html, text)) void vscode.window.showInformationMessage(text, { modal: text.length > 300 });
  }
}

function currentExercise(): vscode.NotebookCell | undefined {
  const editor = vscode.window.activeNotebookEditor;
  const cell = editor?.notebook.cellAt(editor.selection.start);
  return cell && hasTag(cell.metadata, 'exercise') ? cell : editor?.notebook.getCells().find(one => hasTag(one.metadata, 'exercise'));
}

// Reads a notebook anew without waiting for word that its file has changed, which not every file system gives, and shows a cell of it.
async function reopen(uri: vscode.Uri, index: number): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(tab => (tab.input as { uri?: vscode.Uri } | undefined)?.uri?.toString() === uri.toString());
  await vscode.window.tabGroups.close(tabs);
  await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(uri), { selections: [new vscode.NotebookRange(index, index + 1)] });
}

async function save(notebook: vscode.NotebookDocument): Promise<void> {
  if (!notebook.isDirty || await notebook.save()) return;
  const file = notebook.uri.fsPath, mayWrite = await access(file, constants.W_OK).then(() => true, () => false);
  throw new Error(`${basename(file)} ${mayWrite ? 'has been changed by another window or program since it was opened here: compare and save it, then try again.'
    : 'cannot be written: give yourself the right to, or copy the lessons to a folder of your own.'} Nothing was done, and nothing of yours is lost.`);
}
