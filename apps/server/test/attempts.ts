/**
 * What somebody may attempt, and what comes of it: every message, in all that it can be, by every role, from every place.
 * Made from the lists of messages and of what moderators may do, so a new one without an entry does not compile.
 */
import {
  CLIENT_MESSAGE_TYPES,
  type ClientMessageType,
  type ErrorCode,
  type ModerateMessage,
  type RoomKind,
} from '@video-room/protocol';
import { offer } from './test-client.js';

export const ROLES = {
  moderator: { roomAdmin: true },
  participant: {},
  viewer: { canPublish: false, canPublishData: false },
} as const;
export type Role = keyof typeof ROLES;

const PLACES = ['own room', 'other room', 'not admitted', 'after leaving'] as const;
export type Place = (typeof PLACES)[number];

/** What an attacker knows of two others. */
export interface Known {
  /** One that they are in; in a broadcast one that rings; in a meeting the knock of a third one, who waits. */
  call: string;
  /** Theirs; none in a broadcast. */
  link: string;
  /** Identity of one of the two. */
  called: string;
  /** Presence of the other. */
  participant: string;
}

export type Outcome = 'ok' | ErrorCode;

export interface Attempt {
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
const LINE = { time: 0, level: 'info', category: 'ice', text: 'line' };

/** The same in rooms of several kinds. */
const inKinds = (kinds: RoomKind[], attempt: Attempt): Attempt[] =>
  kinds.map((kind) => ({ ...attempt, kind, name: [attempt.name, `in a ${kind}`].filter(Boolean).join(' ') }));

const publishing = (payload: object): Omit<Attempt, 'name'> => ({
  payload: () => payload,
  // Whoever waits may say what it will send; nobody is told.
  outcome: (role) => (role === 'viewer' ? 'not-allowed' : 'ok'),
});

const calling = (kind: 'ring' | 'stage', outcome: Outcome): Attempt => ({
  name: kind,
  payload: ({ called: identity }) => ({ kind, identity, ...(kind === 'ring' && { video: true }) }),
  outcome: (_role, place) => (isIn(place) ? outcome : 'not-allowed'),
});

const ofOthers = (payload: (known: Known) => object): Attempt => ({ payload, outcome: () => 'no-such-call' });
const accepting = ({ call }: Known) => ({ call, accept: true });

/** What comes of it. Others' links and calls are nobody else's, whatever the role; but see who is on stage, below. */
const ATTEMPTS: { [Type in Exclude<ClientMessageType, 'moderate'>]: Attempt | Attempt[] } = {
  signal: inKinds(['call', 'meeting'], { payload: ({ link }) => offer(link), outcome: () => 'no-such-link' }),
  update: [
    { name: 'name', payload: () => ({ name: 'Mallory', choices: { handRaised: true } }), outcome: () => 'ok' },
    { name: 'media', ...publishing({ media: { microphone: true, camera: true } }) },
    {
      name: 'live',
      kind: 'broadcast',
      ...publishing({ choices: { live: true } }),
      // Ada asks for the pictures of those on air, and gets a link.
      reaches: (role, place) => role !== 'viewer' && here(role, place),
    },
  ],
  // A token for another seat is none, wherever it is shown; of good ones see token-life.attack.spec.ts.
  renew: { payload: () => ({ token: 'nonsense' }), outcome: () => 'unauthorized' },
  leave: inKinds(['call', 'meeting', 'broadcast'], { payload: () => ({}), outcome: () => 'ok' }),
  // Calling is for those who are in; in another room somebody of the same name is called, who is not there.
  call: [
    calling('ring', 'ok'),
    ...inKinds(['meeting', 'broadcast'], calling('ring', 'wrong-kind')),
    ...inKinds(['call', 'meeting'], calling('stage', 'wrong-kind')),
    {
      ...calling('stage', 'ok'),
      kind: 'broadcast',
      name: 'stage in a broadcast',
      outcome: (role, place) => (role !== 'viewer' && isIn(place) ? 'ok' : 'not-allowed'),
      reaches: (role, place) => role !== 'viewer' && here(role, place),
    },
    // Whoever waits has knocked by coming, and gets the same knock again.
    ...inKinds(['call', 'meeting', 'broadcast'], {
      name: 'knock',
      payload: () => ({ kind: 'knock' }),
      outcome: (_role, place) => (isIn(place) ? 'wrong-kind' : 'ok'),
    }),
  ],
  answer: [
    ...inKinds(['call', 'broadcast'], ofOthers(accepting)),
    {
      name: 'a knock',
      kind: 'meeting',
      payload: accepting,
      outcome: (role, place) => (role === 'moderator' && here(role, place) ? 'ok' : 'no-such-call'),
      reaches: (role, place) => role === 'moderator' && here(role, place),
    },
  ],
  'hang-up': inKinds(
    ['call', 'meeting', 'broadcast'],
    ofOthers(({ call }) => ({ call })),
  ),
  chat: [saying(CHAT), sayingTo(({ participant: to }) => ({ ...CHAT, to })), sayingOutsideCalls(CHAT)],
  react: [saying(REACTION), sayingOutsideCalls(REACTION)],
  // Of oneself alone, so whoever is in may.
  report: {
    payload: () => ({ paths: { direct: 1 } }),
    outcome: (_role, place) => (isIn(place) ? 'ok' : 'not-allowed'),
  },
  // Tells nothing of anybody.
  clock: { payload: () => ({}), outcome: () => 'ok' },
  // Only in rooms that keep a timeline.
  log: {
    payload: () => ({ offsetMs: 0, dropped: 0, lines: [LINE] }),
    outcome: () => 'not-allowed',
  },
  timeline: { payload: ({ link }) => ({ link }), outcome: () => 'not-allowed' },
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

export const ATTEMPTED = CLIENT_MESSAGE_TYPES.flatMap((type) =>
  [type === 'moderate' ? acts : ATTEMPTS[type]]
    .flat()
    .flatMap((attempt) =>
      (Object.keys(ROLES) as Role[]).flatMap((role) =>
        PLACES.map((place) => ({ what: [type, attempt.name].filter(Boolean).join(' '), type, attempt, role, place })),
      ),
    ),
).filter(({ role, place }) => !(role === 'moderator' && place === 'not admitted'));
