// A notebook's kernel: started at first need, one cell after the other.
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { CellRun, type Shown } from './cellRun';
import { Kernel, KernelEnded } from './kernel';
import type { Content, Message } from './message';
import type { Tool } from './tool';

export class Session {
  private kernel?: Promise<Kernel>;
  private queue: Promise<void> = Promise.resolve();
  private round = 0;
  private readonly runOf = new Map<string, { cell: vscode.NotebookCell; run: CellRun }>();
  private readonly shown: Shown = new Map();
  private ran = new WeakSet<vscode.NotebookCell>();

  constructor(private readonly notebook: vscode.NotebookDocument, private readonly controller: vscode.NotebookController, private readonly tool: () => Tool) { }

  /** Runs cells in order; the first error leaves the rest of them out. */
  run(cells: readonly vscode.NotebookCell[]): Promise<void> {
    const { round } = this;
    const executions = cells.map(cell => this.controller.createNotebookCellExecution(cell));
    this.queue = this.queue.then(async () => {
      let goesOn = true;
      for (const execution of executions) {
        if (goesOn && round === this.round) goesOn = await this.runOne(execution);
        else execution.end(undefined);
      }
    });
    return this.queue;
  }

  /** Stops the cell that runs and leaves out those that wait. */
  async interrupt(): Promise<void> {
    this.round++;
    await (await this.kernel)?.request('control', 'interrupt_request', {});
  }

  /** Ends the kernel; the next run starts another. */
  async stop(): Promise<void> {
    this.round++;
    const old = this.kernel;
    this.kernel = undefined;
    this.ran = new WeakSet();
    await old?.then(kernel => kernel.stop(), () => undefined);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.queue;
    await this.started();
  }

  /** Asks about code that is being typed; cells above it that have not run are handed along. Undefined where the kernel cannot answer. */
  async ask(cell: vscode.NotebookCell, type: string, content: Content): Promise<Content | undefined> {
    try {
      const above = this.notebook.getCells().slice(0, cell.index).filter(one => one.kind === vscode.NotebookCellKind.Code && !this.ran.has(one));
      const kernel = await this.started();
      return (await kernel.request('shell', type, { ...content, cells_above: above.map(one => one.document.getText()) })).content;
    } catch {
      return undefined;
    }
  }

  private async runOne(execution: vscode.NotebookCellExecution): Promise<boolean> {
    const { cell } = execution;
    const run = new CellRun(execution, this.shown);
    run.start();
    try {
      const kernel = await this.started();
      const request = kernel.request('shell', 'execute_request',
        { code: cell.document.getText(), silent: false, store_history: true, user_expressions: {}, allow_stdin: true, stop_on_error: true },
        message => {
          this.runOf.set(message.parent_header.msg_id ?? '', { cell, run });
          run.take(message);
        });
      const { content } = await request;
      this.ran.add(cell);
      await run.end(content['status'] === 'ok', content['execution_count'] as number);
      return content['status'] === 'ok';
    } catch (error) {
      const { name, message } = error as Error;
      run.fail(error instanceof KernelEnded ? 'Kernel' : name === 'Error' ? 'Dropout Lessons' : name, message);
      await run.end(false);
      return false;
    }
  }

  private started(): Promise<Kernel> {
    this.kernel ??= this.start().catch((error: unknown) => {
      this.kernel = undefined;
      throw error;
    });
    return this.kernel;
  }

  private async start(): Promise<Kernel> {
    const kernel = new Kernel(await this.tool().kernel(), dirname(this.notebook.uri.fsPath));
    kernel.other = message => void this.takeOther(kernel, message);
    kernel.died = error => {
      this.kernel = undefined;
      this.ran = new WeakSet();
      void vscode.window.showErrorMessage(`${error.message} The next cell you run starts another; run the cells above it again first. Nothing of the notebook is lost.`);
    };
    await kernel.request('shell', 'kernel_info_request', {});
    return kernel;
  }

  private async takeOther(kernel: Kernel, message: Message): Promise<void> {
    if (message.header.msg_type === 'input_request') {
      const value = await vscode.window.showInputBox({ prompt: String(message.content['prompt'] || 'The cell asks for a line.'), password: message.content['password'] === true, ignoreFocusOut: true });
      if (value === undefined) await this.interrupt();
      else kernel.answer(message, value);
      return;
    }
    const from = this.runOf.get(message.parent_header.msg_id ?? '');
    if (message.channel !== 'iopub' || message.header.msg_type === 'status' || message.header.msg_type === 'execute_input' || !from) return;
    const { cell, run } = from;
    if (run.isOpen) return run.take(message);
    // Output after the end of its cell: a run of its own takes it there, without clearing.
    const execution = this.controller.createNotebookCellExecution(cell);
    execution.executionOrder = cell.executionSummary?.executionOrder;
    execution.start();
    const late = from.run = new CellRun(execution, this.shown);
    late.take(message);
    await late.end(cell.executionSummary?.success);
  }
}
