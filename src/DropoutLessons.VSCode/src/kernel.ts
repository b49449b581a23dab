// The C# kernel as a child process.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { type Channel, type Content, type Message, newMessage } from './message';

interface Waiting { outputs?: (message: Message) => void; reply?: Message; idle: boolean; resolve: (reply: Message) => void; reject: (error: Error) => void }

/** Is thrown at what waits when the kernel's process ends; the message says how and what to do. */
export class KernelEnded extends Error { }

/** Runs one kernel; each request is answered, or refused with {@link KernelEnded}. */
export class Kernel {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly session = randomUUID();
  private readonly waiting = new Map<string, Waiting>();
  private complaints = '';
  private isStopping = false;

  /** Set once the process has ended. */
  ended?: KernelEnded;

  /** Gets what the kernel sends that answers no open request: late output, questions. */
  other: (message: Message) => void = () => undefined;

  /** Is told when the process ends without having been stopped. */
  died: (error: KernelEnded) => void = () => undefined;

  /**
   * @param command program and arguments
   * @param folder its working directory, from which cells resolve relative paths
   */
  constructor(command: readonly string[], folder: string) {
    this.process = spawn(command[0], command.slice(1), { cwd: folder, windowsHide: true });
    createInterface({ input: this.process.stdout, crlfDelay: Infinity }).on('line', line => this.receive(line));
    this.process.stderr.setEncoding('utf8').on('data', (piece: string) => { this.complaints = (this.complaints + piece).slice(-2000); });
    this.process.stdin.on('error', () => undefined);
    this.process.on('error', error => this.end(`The kernel could not be started: ${error.message}`));
    this.process.on('close', (code, signal) => this.end(`The kernel has ended (${signal ?? `exit code ${code}`}). ${this.complaints.trim()}`.trim()));
  }

  /** Sends a request. With `outputs`, what the request puts out is handed there, and the reply waits until all of it has come. */
  request(channel: Channel, type: string, content: Content, outputs?: (message: Message) => void): Promise<Message> {
    if (this.ended) return Promise.reject(this.ended);
    const message = newMessage(channel, type, this.session, content);
    return new Promise((resolve, reject) => {
      this.waiting.set(message.header.msg_id, { outputs, idle: !outputs, resolve, reject });
      this.send(message);
    });
  }

  /** Answers a question of a cell. */
  answer(question: Message, value: string): void {
    this.send(newMessage('stdin', 'input_reply', this.session, { value, status: 'ok' }, question.header));
  }

  /** Ends the kernel; what waits is refused. */
  stop(): void {
    this.isStopping = true;
    this.process.stdin.end();
    this.process.kill();
    this.end('The kernel was stopped.');
  }

  private send(message: Message): void {
    this.process.stdin.write(JSON.stringify(message) + '\n');
  }

  private receive(line: string): void {
    const message = parse(line);
    if (!message) return;
    const request = this.waiting.get(message.parent_header.msg_id ?? '');
    if (!request || (message.channel === 'iopub' && !request.outputs)) return this.other(message);
    if (message.channel === 'stdin') return this.other(message);
    if (message.channel !== 'iopub') request.reply = message;
    else if (message.header.msg_type === 'status') request.idle ||= message.content['execution_state'] === 'idle';
    else request.outputs?.(message);
    if (request.reply && request.idle) {
      this.waiting.delete(message.parent_header.msg_id ?? '');
      request.resolve(request.reply);
    }
  }

  private end(reason: string): void {
    if (this.ended) return;
    this.ended = new KernelEnded(reason);
    this.waiting.forEach(request => request.reject(this.ended as KernelEnded));
    this.waiting.clear();
    if (!this.isStopping) this.died(this.ended);
  }
}

// Anything else on the stream is not for us.
function parse(line: string): Message | undefined {
  try {
    const message = JSON.parse(line) as Message;
    return typeof message.header?.msg_type === 'string' ? { ...message, parent_header: message.parent_header ?? {}, content: message.content ?? {} } : undefined;
  } catch {
    return undefined;
  }
}
