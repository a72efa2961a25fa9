import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_CHOICES,
  NO_MEDIA,
  type CallRecord,
  type ParticipantRecord,
  type ReadyMessage,
} from '@video-room/protocol';
import { callOf } from './scripted-server.js';
import { INITIAL_STATE, reduce, type SessionAction, type SessionState } from './session-state.js';
import { VideoRoomError } from './errors.js';

const person = (id: string, connection: ParticipantRecord['connection'] = 'online'): ParticipantRecord => ({
  id,
  identity: id,
  name: id.toUpperCase(),
  metadata: '',
  attributes: {},
  connection,
  media: { ...NO_MEDIA, microphone: true, camera: true },
  choices: DEFAULT_CHOICES,
  inCall: false,
  rights: { publish: ['microphone', 'camera'], subscribe: true, publishData: true, admin: false },
  joinedAt: 0,
});

const ready = (...participants: ParticipantRecord[]): SessionAction => readyWith({ participants });

const readyWith = (change: Partial<ReadyMessage>): SessionAction => ({
  type: 'ready',
  ready: {
    protocol: 1,
    server: { version: '1', startedAt: 0 },
    engine: 'mesh',
    room: {
      name: 'r',
      kind: 'meeting',
      access: 'open',
      capacity: 9,
      metadata: '',
      showWatchers: false,
      createdAt: 0,
    },
    admitted: true,
    you: 'me',
    resumeKey: 'k',
    participants: [],
    links: [],
    calls: [],
    messages: [],
    iceServers: [],
    ...change,
  } satisfies ReadyMessage,
});

const after = (...actions: SessionAction[]): SessionState => actions.reduce(reduce, INITIAL_STATE);

describe('the state of a session', () => {
  it('is joined with everybody of a ready', () => {
    const state = after({ type: 'joining' }, ready(person('me'), person('a')));
    expect(state.phase).toBe('joined');
    expect([...state.participants.keys()]).toEqual(['me', 'a']);
    expect(state.you).toBe('me');
  });

  it('forgets links and voices of people a later ready no longer has, and keeps the others', () => {
    const state = after(
      ready(person('me'), person('a'), person('b')),
      { type: 'link', peer: 'a', phase: 'connected' },
      { type: 'link', peer: 'b', phase: 'connected' },
      { type: 'speaking', speaking: new Set(['a', 'b']) },
      {
        type: 'quality',
        quality: new Map([
          ['a', 'poor'],
          ['b', 'fair'],
        ]),
      },
      { type: 'connection-lost' },
      ready(person('me'), person('b')),
    );
    expect(state.phase).toBe('joined');
    expect([...state.links]).toEqual([['b', 'connected']]);
    expect([...state.speaking]).toEqual(['b']);
    expect([...state.quality]).toEqual([['b', 'fair']]);
  });

  it('keeps an away participant and drops one who left', () => {
    const away = after(ready(person('me'), person('a')), { type: 'participant', participant: person('a', 'away') });
    expect(away.participants.get('a')?.connection).toBe('away');
    const left = reduce(away, { type: 'participant', participant: person('a', 'left') });
    expect([...left.participants.keys()]).toEqual(['me']);
  });

  it('returns the same object when the speakers are the same', () => {
    const state = after(ready(person('me')), { type: 'speaking', speaking: new Set(['me']) });
    expect(reduce(state, { type: 'speaking', speaking: new Set(['me']) })).toBe(state);
    expect(reduce(state, { type: 'quality', quality: new Map() })).toBe(state);
  });

  it('keeps devices and nothing else of the room when it ends', () => {
    const device = { wanted: true, status: 'off' } as const;
    const joined = after({ type: 'device', source: 'camera', device }, ready(person('me'), person('a')));
    const ends: SessionAction[] = [
      { type: 'left', reason: 'left' },
      { type: 'failed', error: new VideoRoomError('room-full', 'full') },
    ];
    for (const end of ends) {
      const state = reduce(joined, end);
      expect(state.participants.size).toBe(0);
      expect(state.you).toBeUndefined();
      expect(state.devices.camera).toBe(device);
    }
  });

  it('waits until it is let in', () => {
    const knock = callOf('k', { kind: 'knock' });
    const waiting = after({ type: 'joining' }, readyWith({ admitted: false, calls: [knock] }));
    expect(waiting).toMatchObject({ phase: 'waiting', admitted: false });
    expect(waiting.calls.get('k')).toEqual(knock);
    const admitted = reduce(waiting, readyWith({ calls: [{ ...knock, state: 'accepted' }] }));
    expect(admitted).toMatchObject({ phase: 'joined', admitted: true });
  });

  it('has the newest record of each call and of the room', () => {
    const declined = callOf('a', { state: 'declined', reason: 'later' });
    const state = after(ready(person('me')), { type: 'call', call: callOf('a') }, { type: 'call', call: declined });
    expect([...state.calls.values()]).toEqual([declined]);
    const room = { ...state.room!, watchers: 3 };
    expect(reduce(state, { type: 'room', room }).room).toBe(room);
  });

  it('gives up calls a later ready knows nothing of, and keeps what is over', () => {
    const calls: CallRecord[] = [
      callOf('ringing'),
      callOf('talking', { state: 'accepted' }),
      callOf('over', { state: 'missed' }),
      callOf('going on', { state: 'accepted' }),
    ];
    const state = after(readyWith({ calls }), { type: 'connection-lost' }, readyWith({ calls: [calls[3]!] }));
    expect([...state.calls.values()].map(({ state: became }) => became)).toEqual([
      'failed',
      'ended',
      'missed',
      'accepted',
    ]);
  });

  it('says why it ended, in whose words', () => {
    const state = after(ready(person('me')), { type: 'left', reason: 'removed', message: 'No shouting' });
    expect(state).toMatchObject({ phase: 'left', leftReason: 'removed', leftMessage: 'No shouting' });
    expect(state.calls.size).toBe(0);
  });

  it('does not change the state it was given', () => {
    const before = after(ready(person('me'), person('a')));
    const copy = new Map(before.participants);
    reduce(before, { type: 'participant', participant: person('a', 'left') });
    expect(before.participants).toEqual(copy);
  });
});
