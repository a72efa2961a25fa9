/**
 * Who may do what: every message, by every role, from every place. The table is made from the list of messages, so a new
 * one without an entry does not compile.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLIENT_MESSAGE_TYPES, type ClientMessageType, type ErrorCode, type RoomKind } from '@video-room/protocol';
import { startServer, type TestServer } from '../../test/test-server.js';
import { offer, type TestClient } from '../../test/test-client.js';

const ROLES = {
  moderator: { roomAdmin: true },
  participant: {},
  viewer: { canPublish: false, canPublishData: false },
} as const;
type Role = keyof typeof ROLES;

const PLACES = ['own room', 'other room', 'not admitted', 'after leaving'] as const;
type Place = (typeof PLACES)[number];

/** What an attacker knows of two others in a call that rings, and of their link. */
interface Known {
  call: string;
  link: string;
  /** Identity of one of the two. */
  called: string;
}

const PAYLOADS: { [Type in ClientMessageType]: (known: Known) => object } = {
  signal: ({ link }) => offer(link),
  update: () => ({ name: 'Mallory' }),
  leave: () => ({}),
  call: ({ called }) => ({ kind: 'ring', identity: called, video: true }),
  answer: ({ call }) => ({ call, accept: true }),
  'hang-up': ({ call }) => ({ call }),
};

type Outcome = 'ok' | ErrorCode;

/** What comes of it. Others' links and calls are nobody else's, whatever the role; but see who is on stage, below. */
const OUTCOMES: { [Type in ClientMessageType]: (role: Role, place: Place) => Outcome } = {
  signal: () => 'no-such-link',
  update: () => 'ok',
  leave: () => 'ok',
  // Ringing is for those who are in; in another room somebody of the same name is called, who is not there.
  call: (_role, place) => (place === 'not admitted' ? 'not-allowed' : 'ok'),
  answer: () => 'no-such-call',
  'hang-up': () => 'no-such-call',
};

const ROWS = CLIENT_MESSAGE_TYPES.flatMap((type) =>
  (Object.keys(ROLES) as Role[]).flatMap((role) => PLACES.map((place) => ({ type, role, place }))),
).filter(({ role, place }) => !(role === 'moderator' && place === 'not admitted'));

describe('authorization', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ REST_RATE: '10000' });
  });
  afterAll(() => server.stop());

  const settings = (kind: RoomKind) => ({ kind, access: 'knock' as const });
  const join = (room: string, identity: string, role: Role, kind: RoomKind = 'call') =>
    server.join(identity, { grant: { room, settings: settings(kind), grants: ROLES[role] } });

  /** Ada and Ben, let in by Max, are in a call. Their names are those of the room: people may call only so often. */
  async function scene(room: string): Promise<{ known: Known; others: TestClient[] }> {
    const max = await join(room, 'max', 'moderator');
    const called = `ben in ${room}`;
    const [ada, ben] = [await admitted(room, `ada in ${room}`, max), await admitted(room, called, max)];
    await ada.request('call', { kind: 'ring', identity: called, video: true });
    const { id: call } = await ben.next('call', ({ kind }) => kind === 'ring');
    await ben.request('answer', { call, accept: true });
    const { id: link } = await ada.next('link');
    return { known: { call, link, called }, others: [ada, ben] };
  }

  async function admitted(room: string, identity: string, moderator: TestClient, role: Role = 'participant') {
    const guest = await join(room, identity, role);
    const knock = await moderator.next('call', ({ caller, kind }) => kind === 'knock' && caller.identity === identity);
    await moderator.request('answer', { call: knock.id, accept: true });
    await guest.next('ready', (ready) => ready.admitted);
    return guest;
  }

  async function attackerIn(place: Place, room: string, role: Role): Promise<TestClient> {
    if (place === 'not admitted') return join(room, `mallory in ${room}`, role);
    const where = place === 'other room' ? `${room}, another` : room;
    if (role === 'moderator') return join(where, `mallory in ${room}`, role);
    return admitted(where, `mallory in ${room}`, await join(where, 'doorman', 'moderator'), role);
  }

  it.each(ROWS)('$type by a $role, $place', async ({ type, role, place }) => {
    const room = `${type} ${role} ${place}`;
    const { known, others } = await scene(room);
    const attacker = await attackerIn(place, room, role);
    for (const other of others) await other.settle();
    // Whoever is in another room, or not let in, is not heard of at all.
    const isHeardOf = place === 'own room' || place === 'after leaving' ? isAboutThem : () => true;
    const heard = () => others.map(({ received }) => received.filter(isHeardOf).length);
    const before = heard();
    if (place === 'after leaving') {
      // At once, while the socket is still there: the server closes it after the answer.
      attacker.socket.emit('leave', {});
      attacker.socket.emit(type, PAYLOADS[type](known));
      await attacker.disconnected();
    } else {
      const reply = await attacker.request(type, PAYLOADS[type](known));
      const outcome = OUTCOMES[type](role, place);
      expect(reply.ok ? 'ok' : reply.error.code).toBe(outcome);
    }
    for (const other of others) await other.settle();
    expect(heard()).toEqual(before);
  });

  /** Ann, asked by the host, is on stage. Who else is there may do what its rights say. */
  const GUESTS = {
    'whoever asked them': 'ok',
    'the guest': 'ok',
    moderator: 'ok',
    'moderator of another room': 'no-such-call',
    participant: 'no-such-call',
    viewer: 'no-such-call',
  } as const satisfies Record<string, Outcome>;

  it.each(Object.entries(GUESTS))('a guest is sent back from the stage by %s: %s', async (who, outcome) => {
    const room = `stage ${who}`;
    const enter = (identity: string, role: Role, where = room) =>
      server.join(identity, { grant: { room: where, settings: { kind: 'broadcast' }, grants: ROLES[role] } });
    const host = await enter('host', 'participant');
    const ann = await enter('ann', 'viewer');
    const others: { [Who in keyof typeof GUESTS]: () => TestClient | Promise<TestClient> } = {
      'whoever asked them': () => host,
      'the guest': () => ann,
      moderator: () => enter('max', 'moderator'),
      'moderator of another room': () => enter('max', 'moderator', `${room}, another`),
      participant: () => enter('pam', 'participant'),
      viewer: () => enter('vic', 'viewer'),
    };
    const ender = await others[who as keyof typeof GUESTS]();
    await host.request('call', { kind: 'stage', identity: 'ann' });
    const { id: call } = await ann.next('call');
    await ann.request('answer', { call, accept: true });
    const reply = await ender.request('hang-up', { call });
    expect(reply.ok ? 'ok' : reply.error.code).toBe(outcome);
    if (outcome === 'ok') await ann.next('call', ({ state }) => state === 'ended');
    const guest = (await enter('eve', 'viewer')).ready.participants.find(({ identity }) => identity === 'ann');
    expect(guest !== undefined).toBe(outcome !== 'ok');
  });

  /**
   * What moves somebody's media or calls. That people come, go and change their names everybody may see, and who is busy
   * may know who has called.
   */
  const isAboutThem = ({ type, payload }: TestClient['received'][number]) =>
    ['signal', 'link', 'call', 'ready', 'goodbye'].includes(type) && !('state' in payload && payload.state === 'busy');
});
