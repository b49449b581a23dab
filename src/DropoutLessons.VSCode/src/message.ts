// Messages of the Jupyter protocol as the kernel speaks them over standard streams: a line of JSON each.
import { randomUUID } from 'node:crypto';

export type Channel = 'shell' | 'control' | 'stdin' | 'iopub' | 'hb';
export type Content = Record<string, unknown>;

export interface Header { msg_id: string; session: string; msg_type: string; username: string; date: string; version: string }
export interface Message { channel: Channel; header: Header; parent_header: Partial<Header>; metadata: Content; content: Content; buffers: [] }

export function newMessage(channel: Channel, type: string, session: string, content: Content, parent: Partial<Header> = {}): Message {
  const header = { msg_id: randomUUID(), session, msg_type: type, username: '', date: new Date().toISOString(), version: '5.4' };
  return { channel, header, parent_header: parent, metadata: {}, content, buffers: [] };
}
