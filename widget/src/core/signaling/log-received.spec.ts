import { describe, expect, it } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import { logReceived } from './log-received.js';

type Message = Parameters<typeof logReceived>[1];

function logged(type: string, payload: unknown) {
  const bus = new LogBus();
  logReceived(new Logger(bus, { category: 'signal' }, () => 0), { type, payload } as Message);
  return bus.entries().map(({ text, person, cause, detail }) => ({ text, person, cause, detail }));
}

describe('messages of the server in the log', () => {
  it.each<[string, unknown, object]>([
    [
      'signal',
      { from: 'ben', link: 'a41f', seq: 3, kind: 'answer', sdp: 'v=0' },
      { text: 'answer received', person: 'ben', cause: 'a41f:3', detail: { sdp: 'v=0' } },
    ],
    ['link', { id: 'a41f', peer: 'ben', state: 'open' }, { text: 'link received', person: 'ben' }],
    ['room', {}, { text: 'room received' }],
    ['seat', { resumeKey: 'canary' }, { text: 'seat received' }],
    ['chat', { from: { participant: 'ben', name: 'Ben' }, text: 'canary' }, { text: 'chat received', person: 'ben' }],
    ['reaction', { from: { participant: 'ben' }, emoji: 'canary' }, { text: 'reaction received', person: 'ben' }],
    ['data', { topic: 'poll', payload: 'canary' }, { text: 'data received', detail: { topic: 'poll' } }],
    ['moderated', { act: 'mute', source: 'camera' }, { text: 'moderated' }],
    ['refused', { code: 'not-allowed' }, { text: 'message refused' }],
  ])('%s: what it is about, and nothing that somebody says', (type, payload, line) => {
    const lines = logged(type, payload);
    expect(lines).toEqual([expect.objectContaining(line)]);
    expect(JSON.stringify(lines)).not.toContain('canary');
  });
});
