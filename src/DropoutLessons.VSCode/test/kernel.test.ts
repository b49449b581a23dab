import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kernel, KernelEnded } from '../src/kernel';
import type { Message } from '../src/message';
import { fakeKernel } from './fakeKernel';

const start = (): Kernel => new Kernel(fakeKernel, process.cwd());

test('a reply waits for all output before it, and later output goes elsewhere', async () => {
  const kernel = start(), outputs: unknown[] = [];
  const late = new Promise<Message>(resolve => { kernel.other = resolve; });
  const reply = await kernel.request('shell', 'execute_request', { code: '1' }, message => outputs.push(message.content['text']));
  assert.equal(reply.content['status'], 'ok');
  assert.deepEqual(outputs, ['after the reply']);
  assert.equal((await late).content['text'], 'late');
  kernel.stop();
});

test('a question reaches the one who answers', async () => {
  const kernel = start();
  const question = new Promise<Message>(resolve => { kernel.other = message => { if (message.channel === 'stdin') resolve(message); }; });
  void kernel.request('shell', 'execute_request', { code: 'ask' }, () => undefined).catch(() => undefined);
  assert.equal((await question).content['prompt'], '?');
  kernel.stop();
});

test('the end of the kernel refuses what waits, says how it ended, and what comes after', async () => {
  const kernel = start();
  const died = new Promise<KernelEnded>(resolve => { kernel.died = resolve; });
  await assert.rejects(kernel.request('shell', 'execute_request', { code: 'die' }, () => undefined), /exit code 7.*memory/);
  assert.match((await died).message, /exit code 7/);
  await assert.rejects(kernel.request('shell', 'execute_request', { code: '1' }), KernelEnded);
});

test('a stopped kernel refuses what waits and is not reported as dead', async () => {
  const kernel = start();
  kernel.died = () => assert.fail('died');
  const waiting = kernel.request('shell', 'execute_request', { code: 'hang' });
  kernel.stop();
  await assert.rejects(waiting, /stopped/);
});

test('a program that is not there is a clear message', async () => {
  const kernel = new Kernel(['/no/such/program'], process.cwd());
  await assert.rejects(kernel.request('shell', 'kernel_info_request', {}), /could not be started/);
});
