/**
 * Payloads of strangers for every message a client may send: modelled on the schemas, so that most get past the first look,
 * and bent in one place or two, so that they fail at the last.
 */
import { CLIENT_MESSAGE_TYPES, LIMITS, MEDIA_SOURCES, type ClientMessageType } from '@video-room/protocol';
import fc from 'fast-check';
import { CANDIDATE_SEEDS, SDP_SEEDS } from '../../../libs/protocol/test/sdp-seeds.js';

/** Stands in what is sent and must stand in no answer. */
export const CANARY = 'canary-7f3a';

/** Deeper than any honest page's data. */
export const ABYSS: unknown = JSON.parse('['.repeat(99) + ']'.repeat(99));

export interface Aims {
  /** Ids of links that are open, or not, for whoever sends. */
  links: readonly string[];
  participants: readonly string[];
  identities: readonly string[];
}

export type HostileMessage = readonly [type: string, ...payloads: unknown[]];

const POLLUTION: unknown = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    '',
    CANARY,
    [],
    {},
    [[]],
    true,
    0,
    -1,
    0.5,
    Number.MAX_VALUE,
    Number.NaN,
    Infinity,
    -0,
  ),
  fc.constantFrom<unknown>('\ud800', '\u202e\u200b', 'x'.repeat(1_500), ABYSS, POLLUTION, '__proto__', 'constructor'),
  fc.uint8Array({ maxLength: 20 }),
);

/** Mostly what fits, now and then what does not. */
const mostly = <Value>(fitting: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 20, arbitrary: fitting }, { weight: 1, arbitrary: odd });

const record = (fields: Record<string, fc.Arbitrary<unknown>>, optional: string[] = []): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, mostly(value)])),
    optional.length > 0 ? { requiredKeys: Object.keys(fields).filter((name) => !optional.includes(name)) } : {},
  );

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(CANARY, '<img src=x onerror=alert(1)>', '👍', ' \n '),
);
const source = fc.constantFrom(...MEDIA_SOURCES);
const flag = fc.boolean();
const flags = (...names: string[]) => record(Object.fromEntries(names.map((name) => [name, flag])), names);

/** A message of each type, more or less as documented. */
export function hostileMessages(aims: Aims): fc.Arbitrary<HostileMessage> {
  const link = fc.constantFrom(...aims.links, 'no such link', '__proto__');
  const participant = fc.constantFrom(...aims.participants, 'nobody', '__proto__');
  const identity = fc.constantFrom(...aims.identities, 'nobody', 'toString');
  const seq = fc.integer({ min: 1, max: 2 ** 31 });
  const sdp = fc.constantFrom(...SDP_SEEDS.map((seed) => seed.sdp));
  const size = fc.tuple(fc.nat(9000), fc.nat(9000));
  const candidate = record({
    candidate: fc.constantFrom('', ...CANDIDATE_SEEDS),
    sdpMid: fc.constantFrom('0', null),
    sdpMLineIndex: fc.nat(40),
    usernameFragment: fc.constantFrom('u', null),
  });
  const sources = fc.dictionary(fc.constantFrom('2', '3', '__proto__'), source, { maxKeys: 3 });
  const line = record(
    {
      time: fc.nat(),
      level: fc.constantFrom('debug', 'warn'),
      category: fc.constant('ice'),
      person: participant,
      text,
      detail: fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
      cause: fc.constantFrom('a:1', 'b:2'),
    },
    ['person', 'detail', 'cause'],
  );
  const counts = (...names: string[]) => record(Object.fromEntries(names.map((name) => [name, fc.nat(120)])), names);
  const payloads: { [Type in ClientMessageType]: fc.Arbitrary<unknown> } = {
    signal: fc.oneof(
      record({ link, seq, kind: fc.constant('offer'), sdp, sources }, ['sources']),
      record({ link, seq, kind: fc.constant('answer'), sdp, offer: seq, sources }, ['sources']),
      record({ link, seq, kind: fc.constant('candidate'), candidate }),
      record({ link, seq, kind: fc.constant('view'), camera: size, screen: size }),
    ),
    update: record(
      { name: text, media: flags(...MEDIA_SOURCES), choices: flags('doNotDisturb', 'addUp', 'live', 'watching') },
      ['name', 'media', 'choices'],
    ),
    renew: record({ token: fc.oneof(text, fc.constantFrom('a.b.c', '..')) }),
    leave: record({ returning: flag }, ['returning']),
    call: fc.oneof(
      record({ kind: fc.constant('ring'), identity, video: flag }),
      record({ kind: fc.constant('stage'), identity }),
      record({ kind: fc.constant('knock') }),
    ),
    answer: record({ call: link, accept: flag, reason: text }, ['reason']),
    'hang-up': record({ call: link }),
    chat: record({ text, to: participant }, ['to']),
    react: record({ emoji: fc.constantFrom('👍', '👩‍🚀', '👍👍', 'x') }),
    data: record({ topic: text, payload: odd, to: fc.array(participant, { minLength: 1, maxLength: 3 }) }, ['to']),
    moderate: fc.oneof(
      record({ act: fc.constantFrom('mute', 'ask-to-unmute'), participant, source }),
      record({ act: fc.constant('mute-all'), source }),
      record({ act: fc.constantFrom('remove', 'lower-hand'), participant, message: text }, ['message']),
      record({ act: fc.constant('set-access'), access: fc.constantFrom('open', 'knock', 'closed') }),
      record({ act: fc.constant('end'), message: text }, ['message']),
    ),
    report: record(
      {
        firstFrameMs: fc.array(fc.nat(1000), { maxLength: LIMITS.reportedFrames + 1 }),
        paths: counts('direct', 'relayed'),
        failures: counts('no-candidates', 'no-relay', 'no-path', 'lost'),
        seconds: counts('good', 'fair', 'poor'),
        freezes: record({ count: fc.nat(), ms: fc.nat() }),
      },
      ['firstFrameMs', 'paths', 'failures', 'seconds', 'freezes'],
    ),
    clock: record({}),
    log: record({ offsetMs: fc.integer(), dropped: fc.nat(), lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
    timeline: record({ link }),
  };
  const documented = CLIENT_MESSAGE_TYPES.map((type) => fc.tuple(fc.constant<string>(type), payloads[type]));
  const withMore = fc
    .tuple(fc.oneof(...documented), fc.constantFrom('from', 'isAdmin', '__proto__', 'room'), odd)
    .map(([[type, payload], name, value]): HostileMessage => [type, withField(payload, name, value)]);
  const type = fc.oneof(
    fc.constantFrom<string>(...CLIENT_MESSAGE_TYPES),
    fc.constantFrom('ready', 'error', '__proto__', 'constructor', 'toString', 'message', 'connection', ''),
    fc.string({ maxLength: 20 }),
  );
  return fc.oneof(
    { weight: 12, arbitrary: fc.oneof(...documented) },
    { weight: 2, arbitrary: withMore },
    {
      weight: 2,
      arbitrary: fc.tuple(type, fc.array(odd, { maxLength: 3 })).map(([name, all]): HostileMessage => [name, ...all]),
    },
  );
}

/** As JSON would make it, so that `__proto__` is a field and no prototype. */
function withField(payload: unknown, name: string, value: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return payload;
  return Object.defineProperty({ ...payload }, name, { value, enumerable: true, writable: true, configurable: true });
}
