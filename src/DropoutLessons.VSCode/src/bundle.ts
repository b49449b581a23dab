// What a cell puts out, as bytes for each form of it.

export interface Form { mime: string; bytes: Uint8Array }

/** Turns a mime bundle of the protocol into bytes: images are base64, JSON is an object, all else text, whole or in lines. */
export function formsOf(data: Record<string, unknown>): Form[] {
  return Object.entries(data).map(([mime, value]) => ({ mime, bytes: bytesOf(mime, value) }));
}

function bytesOf(mime: string, value: unknown): Uint8Array {
  const text = Array.isArray(value) && value.every(line => typeof line === 'string') ? value.join('') : value;
  if (typeof text !== 'string') return Buffer.from(JSON.stringify(text));
  return /^image\/(?!svg)/.test(mime) ? Buffer.from(text, 'base64') : Buffer.from(text);
}
