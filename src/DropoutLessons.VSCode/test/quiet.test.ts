import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { focused, notebookOf, notebooks, settings } from './fakeVSCode';
import { registerQuiet } from '../src/quiet';

const key = 'editor.inlineSuggest.enabled';
const notebook = notebookOf([{ text: '1 + 1' }, { text: '// TODO', tags: ['exercise'] }]);
notebooks.push(notebook);
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

// A window on the folder; what it remembers outlives it.
function windowWith(memory: Map<string, unknown>): (cell?: number) => Promise<void> {
  const state = { get: (name: string) => memory.get(name), update: (name: string, value: unknown) => { if (value === undefined) memory.delete(name); else memory.set(name, value); return Promise.resolve(); } };
  registerQuiet({ workspaceState: state } as never);
  const tell = focused[focused.length - 1];
  return cell => { tell(cell === undefined ? undefined : { document: notebook.cells[cell].document }); return settled(); };
}

beforeEach(() => { settings[key] = undefined; });

test('AI completions are off in an exercise, and what they were elsewhere', async () => {
  const focus = windowWith(new Map());
  for (const before of [undefined, true, false]) {
    settings[key] = before;
    await focus(1);
    assert.equal(settings[key], false);
    await focus(0);
    assert.equal(settings[key], before);
  }
});

test('a window that closes in an exercise sets them back when it opens again', async () => {
  const memory = new Map<string, unknown>();
  settings[key] = true;
  await windowWith(memory)(1);
  assert.equal(settings[key], false);
  windowWith(memory);
  await settled();
  assert.equal(settings[key], true);
});

test('two windows do not take each other\'s "off" for what was before', async () => {
  const one = windowWith(new Map()), two = windowWith(new Map());
  await one(1);
  await two(1);
  await one();
  await two();
  assert.equal(settings[key], undefined);
});
