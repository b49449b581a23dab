import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formsOf } from '../src/bundle';
import { escapeHtml, toCodePoints, toUnits } from '../src/text';

test('positions are counted in code points and come back', () => {
  assert.equal(toCodePoints('"😀".Le', 7), 6);
  for (const units of [0, 1, 3, 4, 7]) assert.equal(toUnits('"😀".Le', toCodePoints('"😀".Le', units)), units);
});

test('each form of an output keeps its bytes', () => {
  const forms = Object.fromEntries(formsOf({
    'text/plain': ['a\n', 'b'], 'image/png': Buffer.from([1, 2, 255]).toString('base64'), 'image/svg+xml': '<svg/>', 'application/json': { a: [1] },
  }).map(form => [form.mime, Buffer.from(form.bytes)]));
  assert.equal(forms['text/plain'].toString(), 'a\nb');
  assert.deepEqual([...forms['image/png']], [1, 2, 255]);
  assert.equal(forms['image/svg+xml'].toString(), '<svg/>');
  assert.equal(forms['application/json'].toString(), '{"a":[1]}');
});

test('what a learner wrote never becomes markup', () => assert.equal(escapeHtml('a<b & "c">'), 'a&lt;b &amp; &quot;c&quot;&gt;'));
