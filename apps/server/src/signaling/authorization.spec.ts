/**
 * Who may do what: every message, by every role, from every place. The table is made from the lists of messages and of
 * what moderators may do, so a new one without an entry does not compile.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CLIENT_MESSAGE_TYPES,
  type CallRecord,
  type ClientMessageType,
  type ErrorCode,
  type ModerateMessage,
  type RoomKind,
} from '@video-room/protocol';
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

/** What an attacker knows of two others: in a room of calls, in a call, and of their link. */
interface Known {
  call: string;
  link: string;
  /** Identity of one of the two. */
  called: string;
  /** Presence of the other. */
  participant: string;
}

type Outcome = 'ok' | ErrorCode;

interface Attempt {
  /** What it is, where a message can be several things. */
  name?: string;
  /** Of the room; default `call`. */
  kind?: RoomKind;
  payload: (known: Known) => object;
  outcome: (role: Role, place: Place) => Outcome;
  /** Whether the two others notice anything; default never. */
  reaches?: (role: Role, place: Place) => boolean;
  /** Which of the two are thrown out, if it reaches them. */
  ends?: readonly number[];
}

const isIn = (place: Place) => place !== 'not admitted';
const here = (_role: Role, place: Place) => place === 'own room';

/** Said to all, where nobody is on air so that there are no links: by those who may and are in; heard in that room alone. */
const saying = (payload: object): Attempt => ({
  name: 'to all',
  kind: 'broadcast',
  payload: () => payload,
  outcome: (role, place) => (role !== 'viewer' && isIn(place) ? 'ok' : 'not-allowed'),
  reaches: (role, place) => role !== 'viewer' && here(role, place),
});

const sayingTo = (payload: (known: Known) => object): Attempt => ({
  ...saying({}),
  name: 'to one',
  payload,
  outcome: (role, place) => {
    if (role === 'viewer' || !isIn(place)) return 'not-allowed';
    return place === 'other room' ? 'no-such-participant' : 'ok';
  },
});

/** Who is in no call has nobody to talk to. */
const sayingOutsideCalls = (payload: object): Attempt => ({
  name: 'among people in calls',
  payload: () => payload,
  outcome: () => 'not-allowed',
});

const CHAT = { text: 'hello' };
const REACTION = { emoji: '👍' };
const DATA = { topic: 't', payload: 1 };

/** What comes of it. Others' links and calls are nobody else's, whatever the role; but see who is on stage, below. */
const ATTEMPTS: { [Type in Exclude<ClientMessageType, 'moderate'>]: Attempt | Attempt[] } = {
  signal: { payload: ({ link }) => offer(link), outcome: () => 'no-such-link' },
  update: { payload: () => ({ name: 'Mallory', choices: { handRaised: true } }), outcome: () => 'ok' },
  leave: { payload: () => ({}), outcome: () => 'ok' },
  // Ringing is for those who are in; in another room somebody of the same name is called, who is not there.
  call: {
    payload: ({ called }) => ({ kind: 'ring', identity: called, video: true }),
    outcome: (_role, place) => (isIn(place) ? 'ok' : 'not-allowed'),
  },
  answer: { payload: ({ call }) => ({ call, accept: true }), outcome: () => 'no-such-call' },
  'hang-up': { payload: ({ call }) => ({ call }), outcome: () => 'no-such-call' },
  chat: [saying(CHAT), sayingTo(({ participant: to }) => ({ ...CHAT, to })), sayingOutsideCalls(CHAT)],
  react: [saying(REACTION), sayingOutsideCalls(REACTION)],
  data: [saying(DATA), sayingTo(({ participant }) => ({ ...DATA, to: [participant] })), sayingOutsideCalls(DATA)],
};

/** Moderators alone, and in their own room alone; people elsewhere are nobody to them. */
const moderating = (more: Partial<Attempt>, isAboutRoom = false): Omit<Attempt, 'payload'> => ({
  outcome: (role, place) => {
    if (role !== 'moderator') return 'not-allowed';
    return place === 'own room' || isAboutRoom ? 'ok' : 'no-such-participant';
  },
  reaches: (role, place) => role === 'moderator' && here(role, place),
  ...more,
});

const ACTS: { [Act in ModerateMessage['act']]: [payload: (known: Known) => object, Omit<Attempt, 'payload'>] } = {
  mute: [({ participant }) => ({ participant, source: 'camera' }), moderating({})],
  'mute-all': [() => ({ source: 'camera' }), moderating({}, true)],
  'ask-to-unmute': [({ participant }) => ({ participant, source: 'camera' }), moderating({})],
  // A hand that is down stays so, which nobody notices.
  'lower-hand': [({ participant }) => ({ participant }), moderating({ reaches: () => false })],
  remove: [({ participant }) => ({ participant }), moderating({ ends: [0] })],
  'set-access': [() => ({ access: 'open' }), moderating({}, true)],
  end: [() => ({}), moderating({ ends: [0, 1] }, true)],
};

const acts = Object.entries(ACTS).map(([act, [payload, more]]): Attempt => ({
  ...more,
  name: act,
  payload: (known) => ({ act, ...payload(known) }),
}));

const ROWS = CLIENT_MESSAGE_TYPES.flatMap((type) =>
  [type === 'moderate' ? acts : ATTEMPTS[type]]
    .flat()
    .flatMap((attempt) =>
      (Object.keys(ROLES) as Role[]).flatMap((role) =>
        PLACES.map((place) => ({ what: [type, attempt.name].filter(Boolean).join(' '), type, attempt, role, place })),
      ),
    ),
).filter(({ role, place }) => !(role === 'moderator' && place === 'not admitted'));

describe('authorization', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ REST_RATE: '10000' });
  });
  afterAll(() => server.stop());

  /** The rooms of a test are all of a kind. */
  const inRooms = (kind: RoomKind) => {
    const join = (room: string, identity: string, role: Role) =>
      server.join(identity, { grant: { room, settings: { kind, access: 'knock' }, grants: ROLES[role] } });

    async function admitted(room: string, identity: string, moderator: TestClient, role: Role = 'participant') {
      const guest = await join(room, identity, role);
      const isIts = (call: CallRecord) => call.kind === 'knock' && call.caller.identity === identity;
      const knock = await moderator.next('call', isIts);
      await moderator.request('answer', { call: knock.id, accept: true });
      await guest.next('ready', (ready) => ready.admitted);
      return guest;
    }

    /** Ada and Ben, let in by Max. Their names are those of the room: people may call only so often. */
    async function scene(room: string): Promise<{ known: Known; others: TestClient[] }> {
      const max = await join(room, 'max', 'moderator');
      const called = `ben in ${room}`;
      const [ada, ben] = [await admitted(room, `ada in ${room}`, max), await admitted(room, called, max)];
      const known = { call: '', link: '', called, participant: ada.id };
      if (kind !== 'call') return { known, others: [ada, ben] };
      await ada.request('call', { kind: 'ring', identity: called, video: true });
      const { id: call } = await ben.next('call', ({ kind }) => kind === 'ring');
      await ben.request('answer', { call, accept: true });
      const { id: link } = await ada.next('link');
      return { known: { ...known, call, link }, others: [ada, ben] };
    }

    async function attackerIn(place: Place, room: string, role: Role): Promise<TestClient> {
      if (place === 'not admitted') return join(room, `mallory in ${room}`, role);
      const where = place === 'other room' ? `${room}, another` : room;
      if (role === 'moderator') return join(where, `mallory in ${room}`, role);
      return admitted(where, `mallory in ${room}`, await join(where, 'doorman', 'moderator'), role);
    }

    return { scene, attackerIn };
  };

  it.each(ROWS)('$what by a $role, $place', async ({ what, type, attempt, role, place }) => {
    const { payload, outcome, reaches, ends = [], kind = 'call' } = attempt;
    const { scene, attackerIn } = inRooms(kind);
    const room = `${what} ${role} ${place}`;
    const { known, others } = await scene(room);
    const attacker = await attackerIn(place, room, role);
    for (const other of others) await other.settle();
    // Whoever is in another room, or not let in, is not heard of at all.
    const isHeardOf = place === 'own room' || place === 'after leaving' ? isAboutThem : () => true;
    const heard = () => others.map(({ received }) => received.filter(isHeardOf).length);
    const before = heard();
    const isReached = place !== 'after leaving' && !!reaches?.(role, place);
    if (place === 'after leaving') {
      // At once, while the socket is still there: the server closes it after the answer.
      attacker.socket.emit('leave', {});
      attacker.socket.emit(type, payload(known));
      await attacker.disconnected();
    } else {
      const reply = await attacker.request(type, payload(known));
      expect(reply.ok ? 'ok' : reply.error.code).toBe(outcome(role, place));
    }
    for (const [n, other] of others.entries()) {
      await (isReached && ends.includes(n) ? other.disconnected() : other.settle());
    }
    if (isReached) expect(heard()).not.toEqual(before);
    else expect(heard()).toEqual(before);
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
   * What moves somebody's media, calls or room, or is said. That people come, go and change their names everybody may
   * see, and who is busy may know who has called.
   */
  const isAboutThem = ({ type, payload }: TestClient['received'][number]) =>
    ABOUT_THEM.has(type) && !('state' in payload && payload.state === 'busy');
});

const ABOUT_THEM = new Set<string>([
  'signal',
  'link',
  'call',
  'ready',
  'goodbye',
  'room',
  'chat',
  'reaction',
  'data',
  'moderated',
]);
