// The lessons of the open folder: their list, what to go on with, and how far the learner is.
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { type LessonReport, type LessonsReport, count, units } from './report';
import type { Tool } from './tool';

type Node = { unit: string; lessons: LessonReport[] } | { lesson: LessonReport };

const icons: Record<string, vscode.ThemeIcon> = {
  right: new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed')),
  wrong: new vscode.ThemeIcon('circle-large-outline', new vscode.ThemeColor('testing.iconFailed')),
  open: new vscode.ThemeIcon('circle-large-outline'),
};

export class Lessons implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly status = vscode.window.createStatusBarItem('dropoutLessons.progress', vscode.StatusBarAlignment.Left);
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/progress.json');
  private known?: LessonsReport;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly tool: () => Tool) {
    this.status.name = 'Dropout Lessons';
    this.status.command = 'dropoutLessons.continue';
    this.watcher.onDidChange(() => this.refresh());
    this.watcher.onDidCreate(() => this.refresh());
    this.watcher.onDidDelete(() => this.refresh());
  }

  /** Reads the lessons again; they are shown when they have come. */
  refresh(): void {
    this.changed.fire(undefined);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return 'lessons' in node ? node.lessons.map(lesson => ({ lesson })) : [];
    return units((await this.read())?.lessons ?? []);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (!('lesson' in node)) {
      const { right, all } = count(node.lessons);
      return Object.assign(new vscode.TreeItem(node.unit, vscode.TreeItemCollapsibleState.Expanded), { id: `unit ${node.unit}`, description: `${right} of ${all}` });
    }
    const { lesson } = node;
    const { right, all } = count([lesson]);
    const isNext = lesson.id === this.known?.next;
    const state = right === all ? 'done' : `${right} of ${all} right`;
    return Object.assign(new vscode.TreeItem(`${lesson.id.slice(0, 2)} ${lesson.title}`), {
      id: lesson.id, description: `${lesson.minutes} min · ${right} of ${all}${isNext ? ' · next' : ''}`, tooltip: lesson.teaches, iconPath: icons[lesson.state] ?? icons['open'],
      accessibilityInformation: { label: `Lesson ${lesson.title}, ${lesson.minutes} minutes, ${state}${isNext ? ', next' : ''}` },
      command: { command: 'vscode.openWith', title: 'Open', arguments: [vscode.Uri.file(lesson.file), 'jupyter-notebook'] },
    });
  }

  /** Opens the first lesson that is not done. */
  async goOn(): Promise<void> {
    const report = await this.read();
    const next = report?.lessons.find(lesson => lesson.id === report.next);
    if (next) await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(next.file), 'jupyter-notebook');
    else void vscode.window.showInformationMessage(report ? 'Every lesson is done.' : 'No lessons in this folder. Open the one that holds "notebooks".');
  }

  /** What is known of a lesson, as last read. */
  find(id: string): LessonReport | undefined {
    return this.known?.lessons.find(lesson => lesson.id === id);
  }

  dispose(): void {
    vscode.Disposable.from(this.changed, this.status, this.watcher).dispose();
  }

  private async read(): Promise<LessonsReport | undefined> {
    const folder = await nearby() ?? await anywhere();
    if (!folder) return undefined;
    try {
      const { report, said } = await this.tool().report<LessonsReport>(folder, 'list', '--notebooks', folder);
      if (said) void vscode.window.showWarningMessage(said);
      this.show(report);
    } catch (error) {
      void vscode.window.showErrorMessage((error as Error).message);
    }
    return this.known;
  }

  private show(report: LessonsReport): void {
    this.known = report;
    const { right, all } = count(report.lessons);
    this.status.text = `$(mortar-board) ${right} of ${all}`;
    this.status.tooltip = `Dropout Lessons: ${right} of ${all} exercises right. Continue.`;
    this.status.accessibilityInformation = { label: this.status.tooltip };
    this.status.show();
  }
}

// The usual places; searching all files takes long, and not every VS Code can.
async function nearby(): Promise<string | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? [])
    for (const at of [vscode.Uri.joinPath(uri, 'notebooks'), uri]) {
      const entries = await vscode.workspace.fs.readDirectory(at).then(undefined, () => []);
      if (entries.some(([name]) => /^\d\d-.*\.ipynb$/.test(name))) return at.fsPath;
    }
  return undefined;
}

async function anywhere(): Promise<string | undefined> {
  const found = await vscode.workspace.findFiles('**/notebooks/[0-9][0-9]-*.ipynb', '**/{lib,solutions,.artifacts,node_modules}/**', 1).then(undefined, () => []);
  return found.length > 0 ? dirname(found[0].fsPath) : undefined;
}
