// Stands for VS Code: what the extension says and does is written down, what it asks is answered.
import Module from 'node:module';

type Anything = Record<string, unknown>;

/** Texts shown to the learner, and commands run, in order. */
export const said: string[] = [], done: string[] = [];

/** Answers to the next questions, in order. */
export const answers: string[] = [];

/** Commands the extension has registered, by name without its own. */
export const commands = new Map<string, (...args: unknown[]) => Promise<void>>();

/** Marks by document. */
export const marks = new Map<string, { range: { line: number }; message: string; severity: number }[]>();

/** The workspace's settings, open notebooks, and who is told of the editor that gets the focus. */
export const settings: Anything = {}, notebooks: FakeNotebook[] = [], focused: ((editor: unknown) => void)[] = [];

class Disposable {
  static from(): Disposable { return new Disposable(); }
  dispose(): void { /* nothing is held */ }
}
class Item {
  static error = (error: { name: string; message: string }): Item => new Item(`${error.name}: ${error.message}`, 'error');
  static stdout = (text: string): Item => new Item(text, 'stdout');
  static stderr = (text: string): Item => new Item(text, 'stderr');
  static text = (text: string, mime = 'text/plain'): Item => new Item(text, mime);
  constructor(readonly data: string | Uint8Array, readonly mime: string) { }
  toString(): string { return typeof this.data === 'string' ? this.data : Buffer.from(this.data).toString(); }
}
class Output { constructor(readonly items: Item[], readonly metadata?: Anything) { } }
class Diagnostic { constructor(readonly range: unknown, readonly message: string, readonly severity: number) { } }
class StatusBarItem { constructor(readonly text: string, readonly alignment: number) { } }

const say = (text: string): Promise<string | undefined> => { said.push(text); return Promise.resolve(answers.shift()); };
const fake = {
  Disposable, Diagnostic, NotebookCellOutput: Output, NotebookCellOutputItem: Item, NotebookCellStatusBarItem: StatusBarItem,
  NotebookCellKind: { Markup: 1, Code: 2 }, NotebookCellStatusBarAlignment: { Left: 1, Right: 2 }, NotebookRange: class { constructor(readonly start: number, readonly end: number) { } }, DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2 }, ProgressLocation: { Notification: 15 },
  ConfigurationTarget: { Workspace: 2 },
  workspace: {
    workspaceFolders: [{}], notebookDocuments: notebooks, openNotebookDocument: (uri: object) => Promise.resolve(String(uri)),
    getConfiguration: (section: string) => ({
      get: () => true, inspect: (key: string) => ({ workspaceValue: settings[`${section}.${key}`] }),
      update: (key: string, value: unknown) => { settings[`${section}.${key}`] = value; return Promise.resolve(); },
    }),
  },
  window: {
    onDidChangeActiveTextEditor: (listener: (editor: unknown) => void) => { focused.push(listener); return new Disposable(); },
    showErrorMessage: say, showWarningMessage: say, showInformationMessage: say,
    withProgress: (_: unknown, work: () => unknown) => work(),
    showNotebookDocument: (notebook: string, how: { selections: { start: number }[] }) => { done.push(`show ${notebook} at ${how.selections[0].start}`); return Promise.resolve(); },
    tabGroups: { all: [{ tabs: [{ label: 'other', input: { uri: '/other.cs' } }, { label: 'lesson', input: { uri: '/lessons/01-mask.ipynb' } }] }], close: (tabs: { label: string }[]) => { done.push(...tabs.map(tab => `close ${tab.label}`)); return Promise.resolve(true); } },
  },
  commands: {
    registerCommand: (name: string, run: (...args: unknown[]) => Promise<void>) => { commands.set(name.replace('dropoutLessons.', ''), run); return new Disposable(); },
    executeCommand: (name: string) => { done.push(name); return Promise.resolve(); },
  },
  languages: { createDiagnosticCollection: () => ({ set: (uri: object, found: never[]) => marks.set(String(uri), found), delete: (uri: object) => marks.delete(String(uri)), dispose: () => undefined }) },
  notebooks: { registerNotebookCellStatusBarItemProvider: () => new Disposable() },
};

const loader = Module as unknown as { _load: (name: string, ...more: unknown[]) => unknown };
const load = loader._load;
loader._load = (name, ...more) => name === 'vscode' ? fake : load.call(loader, name, ...more);

/** A notebook of code cells with these sources; `save` says whether it can be saved. */
export function notebookOf(sources: { text: string; tags?: string[]; id?: string }[], save = true): FakeNotebook {
  const notebook: FakeNotebook = { uri: { fsPath: '/lessons/01-mask.ipynb', path: '/lessons/01-mask.ipynb', toString: () => '/lessons/01-mask.ipynb' }, metadata: { dropout_lessons: { lesson: '01-mask' } }, isDirty: true, cells: [], getCells: () => notebook.cells, save: () => Promise.resolve(save) };
  notebook.cells = sources.map(({ text, tags = [], id = '' }, index) => ({
    kind: 2, index, notebook, outputs: [], metadata: { id, tags },
    document: { uri: { path: notebook.uri.path, toString: () => `cell ${index}` }, getText: () => text, lineCount: text.split('\n').length, lineAt: (line: number) => ({ range: { line } }) },
  }));
  return notebook;
}

export interface FakeNotebook { uri: { fsPath: string; path: string; toString(): string }; metadata: Anything; isDirty: boolean; cells: FakeCell[]; getCells(): FakeCell[]; save(): Promise<boolean> }
export interface FakeCell { kind: number; index: number; notebook: FakeNotebook; outputs: Output[]; metadata: Anything; document: Anything; executionSummary?: { success?: boolean } }

/** A controller whose executions write into the cells. */
export const controller = {
  createNotebookCellExecution: (cell: FakeCell): object => ({
    cell, start: () => undefined, end: (success: boolean | undefined) => { cell.executionSummary = { success }; },
    clearOutput: () => { cell.outputs = []; return Promise.resolve(); }, appendOutput: (output: Output) => { cell.outputs.push(output); return Promise.resolve(); },
    replaceOutput: (output: Output) => { cell.outputs = [output]; return Promise.resolve(); }, appendOutputItems: (item: Item, output: Output) => { output.items.push(item); return Promise.resolve(); },
  }),
};

/** What a cell shows. */
export const shownIn = (cell: FakeCell): string => cell.outputs.flatMap(output => output.items).join('');
