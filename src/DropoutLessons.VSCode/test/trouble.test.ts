import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { type FakeCell, answers, commands, controller, done, marks, notebookOf, said, shownIn } from './fakeVSCode';
import { fakeKernel } from './fakeKernel';
import { Exercises } from '../src/exercises';
import { Session } from '../src/session';
import { ToolTrouble } from '../src/tool';

beforeEach(() => { for (const list of [said, done, answers]) list.length = 0; marks.clear(); });

const sessions: Session[] = [];
after(() => Promise.all(sessions.map(one => one.stop())));

function runner(notebook: unknown, kernel: () => Promise<string[]> = () => Promise.resolve(fakeKernel)): (...cells: FakeCell[]) => Promise<void> {
  const made = new Session({ ...(notebook as object), uri: { fsPath: `${process.cwd()}/x.ipynb` } } as never, controller as never, () => ({ kernel }) as never);
  sessions.push(made);
  return (...cells) => made.run(cells as never);
}

test('a kernel that dies says so below the cell and what to do; the cells after it wait, and the next run has a new kernel', async () => {
  const { cells, ...notebook } = notebookOf([{ text: 'die' }, { text: '1' }]);
  const run = runner(notebook);
  await run(...cells);
  assert.match(shownIn(cells[0]), /Kernel: The kernel has ended \(exit code 7\)/);
  assert.deepEqual([cells[0].executionSummary?.success, cells[1].executionSummary?.success, cells[1].outputs.length], [false, undefined, 0]);
  assert.match(said.join(), /run the cells above it again first\. Nothing of the notebook is lost/);
  await run(cells[1]);
  assert.match(shownIn(cells[1]), /^after the reply/);
});

test('a missing tool is said below the cell, and once it is there the cell runs', async () => {
  let isThere = false;
  const { cells, ...notebook } = notebookOf([{ text: '1' }]);
  const run = runner(notebook, () => isThere ? Promise.resolve(fakeKernel) : Promise.reject(new ToolTrouble('The tool is not at /x.')));
  await run(...cells);
  assert.match(shownIn(cells[0]), /The tool is not at \/x\./);
  isThere = true;
  await run(...cells);
  assert.equal(cells[0].executionSummary?.success, true);
});

const lesson = [{ text: '// TODO\nbool[] Mask()\n{\n  throw;\n}', tags: ['exercise'], id: 'f00d' }, { text: 'Check.Answer("01-mask", Mask)', tags: ['check'], id: 'beef' }];
let asked: string[][] = [];

function exercises(report: unknown): void {
  asked = [];
  const tool = { report: (_: string, ...args: string[]) => { asked.push(args); return report instanceof Error ? Promise.reject(report) : Promise.resolve({ report, said: '' }); } };
  const notebooks = { choose: () => Promise.resolve(), put: (_cell: FakeCell, kind: string, _: string, text: string) => { said.push(`${kind}: ${text}`); return Promise.resolve(true); } };
  new Exercises(() => tool as never, { refresh: () => done.push('refresh') } as never, notebooks as never);
}
const press = (button: string, cell: FakeCell): Promise<void> => commands.get(button)?.(cell) ?? assert.fail();

test('an answer that cannot be saved is not checked: the message names the file, the reason and the way out', async () => {
  exercises({});
  const [cell] = notebookOf(lesson, false).cells;
  await press('check', cell);
  assert.deepEqual(asked, []);
  assert.match(said.join(), /01-mask\.ipynb .*Nothing was done/);
  answers.push('Reset');
  await press('reset', cell);
  assert.deepEqual([asked, done], [[], []]);
});

test('in a folder that cannot be written a reset says so and leaves the notebook alone', async () => {
  exercises(new ToolTrouble('/lessons cannot be written'));
  answers.push('Reset');
  await press('reset', notebookOf(lesson).cells[0]);
  assert.match(said.join(), /\/lessons cannot be written/);
  assert.deepEqual(done, []);
});

test('whatever the ids of its cells, an exercise gets its own verdict, and a mark where the answer threw', async () => {
  exercises({ exercises: [{ id: '01-kept', state: 'open', message: 'other', faults: [], line: null }, { id: '01-mask', state: 'wrong', message: 'threw', faults: [], line: 4 }] });
  const [cell] = notebookOf(lesson).cells;
  await press('check', cell);
  assert.deepEqual(said, ['verdict: ✘ threw']);
  assert.deepEqual(marks.get('cell 0')?.map(mark => [mark.range.line, mark.message, mark.severity]), [[3, 'threw', 1]]);
});

test('a reset reads the lesson anew and no other file, and shows the exercise', async () => {
  exercises({ lessons: [{ id: '01-mask', file: '', kept: '/kept/x' }] });
  answers.push('Reset');
  await press('reset', notebookOf(lesson).cells[0]);
  assert.deepEqual(done, ['close lesson', 'show /lessons/01-mask.ipynb at 0', 'refresh']);
  assert.match(said.join(), /kept as \/kept\/x/);
});
