// No AI completions while the cursor is in an exercise.
import * as vscode from 'vscode';
import { hasTag, lessonOf } from './lessonCell';

const section = 'editor.inlineSuggest';
const memory = 'quiet.before';

/** Switches inline completions off in exercises by the workspace's setting, and back to what it was elsewhere. */
export function registerQuiet(context: vscode.ExtensionContext): vscode.Disposable {
  let turn: Promise<void> = Promise.resolve();
  const apply = (editor: vscode.TextEditor | undefined): void => {
    turn = turn.then(() => set(context.workspaceState, isExercise(editor))).catch(() => undefined);
  };
  apply(vscode.window.activeTextEditor);
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(apply), { dispose: () => apply(undefined) });
}

function isExercise(editor: vscode.TextEditor | undefined): boolean {
  if (!vscode.workspace.getConfiguration('dropoutLessons').get('quietExercises')) return false;
  const notebook = editor && vscode.workspace.notebookDocuments.find(one => one.uri.path === editor.document.uri.path);
  const cell = notebook?.getCells().find(one => one.document === editor?.document);
  return notebook !== undefined && cell !== undefined && lessonOf(notebook.metadata) !== undefined && hasTag(cell.metadata, 'exercise');
}

async function set(state: vscode.Memento, quiet: boolean): Promise<void> {
  const before = state.get<{ value?: boolean }>(memory);
  if (quiet === (before !== undefined) || !vscode.workspace.workspaceFolders) return;
  const settings = vscode.workspace.getConfiguration(section);
  const value = settings.inspect<boolean>('enabled')?.workspaceValue;
  // Off already, by the learner or by another window on this folder, which will set it back.
  if (quiet && value === false) return;
  // What it was is written down first: a window that closes in between must not leave completions off for good.
  if (quiet) await state.update(memory, { value });
  await settings.update('enabled', quiet ? false : before?.value, vscode.ConfigurationTarget.Workspace);
  if (!quiet) await state.update(memory, undefined);
}
