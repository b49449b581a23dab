import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerLine, exerciseOf, hasTag, isCSharp, lessonOf, notice } from '../src/lessonCell';
import { count, units } from '../src/report';

const cell = (text: string, ...tags: string[]): { metadata: Record<string, unknown>; document: { getText(): string } } => ({ metadata: { metadata: { tags } }, document: { getText: () => text } });
const lesson = (id: string, unit: string, ...states: ('open' | 'right')[]) =>
  ({ id, unit, title: id, teaches: '', minutes: 1, file: '', solution: '', state: 'open', exercises: states.map(state => ({ id, state, tries: 0, hints_shown: 0, faults: [] })) });

test('a lesson is told by its metadata, one level down as in VS Code or not', () => {
  const metadata = { kernelspec: { name: '.net-csharp' }, dropout_lessons: { lesson: '15-dropout-forward' } };
  for (const notebook of [metadata, { metadata }]) {
    assert.equal(lessonOf(notebook), '15-dropout-forward');
    assert.ok(isCSharp(notebook));
  }
  assert.ok(!isCSharp({ metadata: { kernelspec: { name: 'python3', language: 'python' }, language_info: { name: 'python' } } }));
  assert.equal(lessonOf({}), undefined);
  assert.ok(hasTag({ tags: ['exercise'] }, 'exercise') && !hasTag({}, 'exercise'));
});

test('an exercise is the one the next check below names', () => {
  const cells = [cell('int f() => 1;', 'exercise'), cell('// note'), cell('Check.Answer("01-a", f)', 'check'), cell('int g() => 1;', 'exercise'), cell('Check.Prediction( "01-b", 3)', 'check')];
  assert.equal(exerciseOf(cells, 0), '01-a');
  assert.equal(exerciseOf(cells, 3), '01-b');
  assert.equal(exerciseOf(cells.slice(0, 2), 0), undefined);
});

test('the mark stands where the answer begins', () => {
  assert.equal(answerLine('// why\n\nfloat[] f(float[] x)\n{\n}'), 2);
  assert.equal(answerLine(''), 0);
});

test('a verdict is read out and cannot carry markup', () => {
  assert.match(notice('✘', 'red', 'x < y\nz'), /role="status" .*<b>✘<\/b> x &lt; y<br>z/);
});

test('progress is counted over exercises, and lessons keep their order in units', () => {
  const lessons = [lesson('01', 'Masks', 'right', 'open'), lesson('02', 'Keys', 'open'), lesson('03', 'Masks', 'right')];
  assert.deepEqual(count(lessons), { right: 2, all: 4 });
  assert.deepEqual(units(lessons).map(({ unit, lessons: members }) => [unit, members.map(one => one.id)]), [['Masks', ['01', '03']], ['Keys', ['02']]]);
});
