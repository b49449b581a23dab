// Stands for the kernel: answers the way the message's code says.
const script = `
const send = (channel, msg_type, parent_header, content) => process.stdout.write(JSON.stringify({ channel, header: { msg_id: 'k', session: 's', msg_type }, parent_header, content }) + '\\n');
require('readline').createInterface({ input: process.stdin }).on('line', line => {
  const { header, content, channel } = JSON.parse(line);
  if (content.code === 'die') { console.error('dropout-lessons: memory'); process.exit(7); }
  if (content.code === 'hang') return;
  if (channel === 'stdin') return send('shell', 'execute_reply', header.asked, { status: 'ok', value: content.value });
  process.stdout.write('not json\\n');
  send('iopub', 'status', header, { execution_state: 'busy' });
  if (content.code === 'ask') return send('stdin', 'input_request', header, { prompt: '?' });
  send('shell', 'execute_reply', header, { status: 'ok' });
  send('iopub', 'stream', header, { name: 'stdout', text: 'after the reply' });
  send('iopub', 'status', header, { execution_state: 'idle' });
  send('iopub', 'stream', header, { name: 'stdout', text: 'late' });
});`;

/** Command that starts it. */
export const fakeKernel = [process.execPath, '-e', script];
