// The tool and kernel the extension carries, and the .NET that runs them.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';

const needed = 10;

/** Says what stands between the learner and a running tool, and the way out. */
export class ToolTrouble extends Error { }

export class Tool {
  private checked?: Promise<void>;

  /**
   * @param dotnet program that runs .NET assemblies
   * @param assembly path of DropoutLessons.Cli.dll
   */
  constructor(private readonly dotnet: string, private readonly assembly: string) { }

  /** Command that starts the kernel, once it is sure that it can start. */
  async kernel(): Promise<string[]> {
    await this.ready();
    return [this.dotnet, this.assembly, 'kernel', 'start', '--stdio'];
  }

  /**
   * Runs a command of the tool and reads its report.
   * @returns the report, and what the tool said on standard error beside it
   * @throws ToolTrouble where .NET or the tool is missing, or the tool could not do it
   */
  async report<T>(folder: string, ...args: string[]): Promise<{ report: T; said: string }> {
    await this.ready();
    const { code, out, error } = await run(this.dotnet, [this.assembly, ...args, '--format', 'json'], folder);
    try {
      // 1 means: done, but something is wrong with what was looked at. Its report is whole.
      if (code === 0 || code === 1) return { report: JSON.parse(out) as T, said: complaints(error) };
    } catch { /* no report: said below */ }
    throw new ToolTrouble(complaints(error) || `dropout-lessons ${args.join(' ')} ended with exit code ${code}.`);
  }

  private ready(): Promise<void> {
    this.checked ??= this.look().catch((error: unknown) => {
      this.checked = undefined;
      throw error;
    });
    return this.checked;
  }

  private async look(): Promise<void> {
    if (!existsSync(this.assembly)) throw new ToolTrouble(`The tool is not at ${this.assembly}. Install the extension again, or mend the setting dropoutLessons.tool.`);
    const { code, out } = await run(this.dotnet, ['--list-runtimes'], undefined);
    const problem = runtimeProblem(code === 0 ? out : undefined, this.dotnet);
    if (problem) throw new ToolTrouble(problem);
  }
}

/** What is wrong with the runtimes `dotnet --list-runtimes` lists (undefined: it did not run), or undefined. */
export function runtimeProblem(listed: string | undefined, dotnet: string): string | undefined {
  if (listed === undefined) return `.NET is missing: "${dotnet}" does not run. Install the .NET ${needed} runtime, or name its path in the setting dropoutLessons.dotnet.`;
  const versions = [...listed.matchAll(/^Microsoft\.NETCore\.App (\S+)/gm)].map(match => match[1]);
  return versions.some(version => Number.parseInt(version) === needed) ? undefined
    : `.NET ${needed} is needed; here is ${versions.length > 0 ? versions.join(', ') : 'none'}. Install the .NET ${needed} runtime beside it.`;
}

function complaints(error: string): string {
  return error.split('\n').filter(line => line.startsWith('dropout-lessons: ')).map(line => line.slice('dropout-lessons: '.length).trim()).join('\n');
}

function run(file: string, args: string[], cwd: string | undefined): Promise<{ code: number | undefined; out: string; error: string }> {
  return new Promise(resolve => execFile(file, args, { cwd, maxBuffer: 1 << 26, windowsHide: true, env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' } },
    (failure, out, error) => resolve({ code: !failure ? 0 : typeof failure.code === 'number' ? failure.code : undefined, out, error })));
}
