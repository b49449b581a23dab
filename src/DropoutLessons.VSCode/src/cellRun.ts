// One run of one cell: what the kernel sends becomes the cell's outputs.
import * as vscode from 'vscode';
import { formsOf } from './bundle';
import type { Content, Message } from './message';

export type Shown = Map<string, { output: vscode.NotebookCellOutput; run: CellRun }[]>;

export class CellRun {
  private last?: { name: string; output: vscode.NotebookCellOutput };
  private clearsFirst = false;
  private writing: Promise<void> = Promise.resolve();

  /** Whether the cell still takes outputs from this run. */
  isOpen = true;

  /** @param shown outputs with a display id, over all cells of a notebook */
  constructor(private readonly execution: vscode.NotebookCellExecution, private readonly shown: Shown) { }

  start(): void {
    this.execution.start(Date.now());
    this.write(() => this.execution.clearOutput());
  }

  /** Numbers the run and ends it, after all that was put out so far. */
  async end(success: boolean | undefined, order?: number): Promise<void> {
    for (let last; last !== this.writing;) await (last = this.writing);
    this.isOpen = false;
    if (order !== undefined) this.execution.executionOrder = order;
    this.execution.end(success, Date.now());
  }

  /** Says below the cell what went wrong outside of it. */
  fail(name: string, message: string): void {
    this.add(new vscode.NotebookCellOutput([vscode.NotebookCellOutputItem.error({ name, message })]));
  }

  take(message: Message): void {
    const content = message.content as Record<string, never>;
    switch (message.header.msg_type) {
      case 'stream': return this.stream(content['name'], content['text']);
      case 'display_data': return this.display(content, { outputType: 'display_data' });
      case 'execute_result': return this.display(content, { outputType: 'execute_result', executionCount: content['execution_count'] });
      case 'update_display_data': return this.update(content);
      case 'clear_output': return this.clear(content['wait'] === true);
      case 'error': return this.add(new vscode.NotebookCellOutput([vscode.NotebookCellOutputItem.error(
        { name: content['ename'], message: content['evalue'], stack: (content['traceback'] as string[]).join('\n') })]));
    }
  }

  private stream(name: string, text: string): void {
    const item = name === 'stderr' ? vscode.NotebookCellOutputItem.stderr(text) : vscode.NotebookCellOutputItem.stdout(text);
    const { last } = this;
    if (last?.name === name && !this.clearsFirst) return this.write(() => this.execution.appendOutputItems(item, last.output));
    const output = new vscode.NotebookCellOutput([item]);
    this.add(output);
    this.last = { name, output };
  }

  private display(content: Content, metadata: Content): void {
    const output = new vscode.NotebookCellOutput(itemsOf(content), metadata);
    this.add(output);
    const id = displayId(content);
    if (id) this.shown.set(id, [...(this.shown.get(id) ?? []), { output, run: this }]);
  }

  private update(content: Content): void {
    for (const { output, run } of this.shown.get(displayId(content) ?? '') ?? [])
      run.replace(itemsOf(content), output, this);
  }

  // An ended run takes no more outputs: the one that goes on writes into its cell.
  private replace(items: vscode.NotebookCellOutputItem[], output: vscode.NotebookCellOutput, by: CellRun): void {
    const writer = this.isOpen ? this : by;
    writer.write(() => writer.execution.replaceOutputItems(items, output));
  }

  private clear(waits: boolean): void {
    this.last = undefined;
    this.clearsFirst = waits;
    if (!waits) this.write(() => this.execution.clearOutput());
  }

  private add(output: vscode.NotebookCellOutput): void {
    const replaces = this.clearsFirst;
    this.clearsFirst = false;
    this.last = undefined;
    this.write(() => replaces ? this.execution.replaceOutput(output) : this.execution.appendOutput(output));
  }

  private write(step: () => Thenable<void>): void {
    this.writing = this.writing.then(step, step).then(undefined, () => undefined);
  }
}

function itemsOf(content: Content): vscode.NotebookCellOutputItem[] {
  return formsOf(content['data'] as Record<string, unknown>).map(form => new vscode.NotebookCellOutputItem(form.bytes, form.mime));
}

function displayId(content: Content): string | undefined {
  return (content['transient'] as { display_id?: string } | undefined)?.display_id;
}
