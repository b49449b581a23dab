// Where VS Code begins.
import * as vscode from 'vscode';
import { Exercises } from './exercises';
import { registerLanguage } from './language';
import { Lessons } from './lessons';
import { Notebooks } from './notebooks';
import { registerQuiet } from './quiet';
import { Tool } from './tool';

export function activate(context: vscode.ExtensionContext): void {
  let tool: { key: string; tool: Tool } | undefined;
  const current = (): Tool => {
    const settings = vscode.workspace.getConfiguration('dropoutLessons');
    const dotnet = settings.get<string>('dotnet') || 'dotnet';
    const assembly = settings.get<string>('tool') || vscode.Uri.joinPath(context.extensionUri, 'tool', 'DropoutLessons.Cli.dll').fsPath;
    const key = `${dotnet}\n${assembly}`;
    if (tool?.key !== key) tool = { key, tool: new Tool(dotnet, assembly) };
    return tool.tool;
  };
  const notebooks = new Notebooks(current);
  const lessons = new Lessons(current);
  context.subscriptions.push(notebooks, lessons, registerLanguage(notebooks), registerQuiet(context), new Exercises(current, lessons, notebooks),
    vscode.window.registerTreeDataProvider('dropoutLessons.lessons', lessons),
    vscode.commands.registerCommand('dropoutLessons.refresh', () => lessons.refresh()),
    vscode.commands.registerCommand('dropoutLessons.continue', () => lessons.goOn()),
    vscode.commands.registerCommand('dropoutLessons.restart', async () => {
      const notebook = vscode.window.activeNotebookEditor?.notebook;
      if (!notebook) return;
      await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Restarting the C# kernel' }, () => notebooks.of(notebook).restart());
    }));
}
