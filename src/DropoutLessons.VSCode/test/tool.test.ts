import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Tool, ToolTrouble, runtimeProblem } from '../src/tool';

const folder = mkdtempSync(join(tmpdir(), 'dropout lessons é '));
after(() => rmSync(folder, { recursive: true }));

// Stands for dotnet: lists runtimes, and ends as the tool's first argument says.
function dotnet(runtimes: string): string {
  const file = join(folder, `dotnet-${runtimes.length}`);
  writeFileSync(file, `#!/bin/sh
[ "$1" != --list-runtimes ] || { printf '${runtimes}'; exit 0; }
case $2 in
  list) echo 'dropout-lessons: progress.json was broken' >&2; echo '{"next":null,"lessons":[]}';;
  check) echo '{"done":false}'; exit 1;;
  *) echo 'Running' >&2; echo 'dropout-lessons: read-only' >&2; exit 2;;
esac`);
  chmodSync(file, 0o755);
  return file;
}

const here = 'Microsoft.AspNetCore.App 10.0.0 [/x]\\nMicrosoft.NETCore.App 8.0.1 [/x]\\nMicrosoft.NETCore.App 10.0.2 [/x]\\n';
const assembly = join(folder, 'tool.dll');
writeFileSync(assembly, '');

test('reports are read where the answer is right and where it is wrong, with what was said beside them', async () => {
  const tool = new Tool(dotnet(here), assembly);
  assert.deepEqual(await tool.report(folder, 'list'), { report: { next: null, lessons: [] }, said: 'progress.json was broken' });
  assert.deepEqual((await tool.report<{ done: boolean }>(folder, 'check')).report, { done: false });
  await assert.rejects(tool.report(folder, 'reset'), (error: Error) => error instanceof ToolTrouble && error.message === 'read-only');
});

test('a missing tool, a missing .NET and a wrong one are told apart, with the way out', async () => {
  await assert.rejects(new Tool(dotnet(here), join(folder, 'none.dll')).kernel(), /The tool is not at .*none\.dll/);
  await assert.rejects(new Tool(join(folder, 'no-dotnet'), assembly).kernel(), /\.NET is missing.*Install the \.NET 10 runtime/);
  await assert.rejects(new Tool(dotnet('Microsoft.NETCore.App 8.0.1 [/x]\\n'), assembly).kernel(), /\.NET 10 is needed; here is 8\.0\.1/);
  assert.match(runtimeProblem('', 'dotnet') ?? '', /here is none/);
  assert.equal(runtimeProblem('Microsoft.NETCore.App 10.0.2 [/x]', 'dotnet'), undefined);
});
