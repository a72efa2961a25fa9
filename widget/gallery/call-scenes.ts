/** Every state of calls, knocking and broadcasts worth looking at. */
import { DEFAULT_CHOICES, type CallRecord, type ParticipantRecord, type ReadyMessage } from '@video-room/protocol';
import { FAKE_ROOM, fakeCall, fakePerson } from '../src/controllers/fake-session.js';
import { meet, NAMES, openDevices, paintFace, type Scene, type Stage, waitFor } from './meeting.js';

const CALLS: Partial<ReadyMessage> = { room: { ...FAKE_ROOM, kind: 'call' } };
const OWN = { identity: 'p0@example.org', name: 'Ann' };
const other = (index: number, participant = false) => ({
  identity: `p${index}@example.org`,
  name: NAMES[index] ?? '',
  ...(participant && { participant: `p${index}` }),
});
const mine = (id: string, index: number, change: Partial<CallRecord> = {}) =>
  fakeCall(id, { caller: { ...OWN, participant: 'p0' }, callee: other(index), ...change });
const theirs = (id: string, index: number, change: Partial<CallRecord> = {}) =>
  fakeCall(id, { caller: other(index, true), callee: OWN, ...change });

const WATCHER = { publish: [], subscribe: true, publishData: false, admin: false };
const ADMIN = { publish: ['microphone' as const, 'camera' as const], subscribe: true, publishData: true, admin: true };

function callRoom({ session }: Stage, calls: CallRecord[] = []) {
  session.act({ type: 'joining' });
  const changes: Partial<ParticipantRecord>[] = [
    {},
    {},
    { inCall: true },
    { choices: { ...DEFAULT_CHOICES, doNotDisturb: true } },
    { connection: 'away' },
    {},
  ];
  session.enter(
    changes.map((change, index) => fakePerson(`p${index}`, NAMES[index] ?? '', change)),
    { ...CALLS, calls },
  );
}

const became = ({ session }: Stage, call: CallRecord) => session.act({ type: 'call', call });

async function inCall(stage: Stage, ...indices: number[]) {
  callRoom(
    stage,
    indices.map((index) => mine(`c${index}`, index, { state: 'accepted', callee: other(index, true), talk: 't' })),
  );
  await openDevices(stage.session);
  for (const index of indices) {
    stage.session.act({ type: 'link', peer: `p${index}`, phase: 'connected' });
    stage.session.act({ type: 'track', peer: `p${index}`, source: 'camera', track: await paintFace(index) });
  }
}

function knocking({ session }: Stage, change: Partial<CallRecord> = {}, attended = true) {
  session.act({ type: 'joining' });
  const knock = fakeCall('k', { kind: 'knock', caller: { ...OWN, participant: 'p0' }, ...change });
  delete knock.callee;
  session.enter([fakePerson('p0', 'Ann')], {
    room: { ...FAKE_ROOM, access: 'knock', attended },
    admitted: false,
    calls: [knock],
  });
}

async function knockers(stage: Stage, count: number) {
  await meet(stage, 3);
  stage.session.act({ type: 'participant', participant: fakePerson('p0', 'Ann', { rights: ADMIN }) });
  for (let index = 0; index < count; index += 1) {
    const caller = { identity: `k${index}`, name: NAMES[index + 4] ?? '', participant: `k${index}` };
    const knock = fakeCall(`k${index}`, { kind: 'knock', caller, createdAt: 1_700_000_000_000 + index * 70_000 });
    delete knock.callee;
    became(stage, knock);
  }
}

function broadcast({ session }: Stage, people: ParticipantRecord[], room: Partial<ReadyMessage['room']> = {}) {
  session.act({ type: 'joining' });
  session.enter(people, { room: { ...FAKE_ROOM, kind: 'broadcast', ...room } });
}

const live = { ...DEFAULT_CHOICES, live: true };
const watching = { ...DEFAULT_CHOICES, watching: true };
const watcher = (index: number, change: Partial<ParticipantRecord> = {}) =>
  fakePerson(`p${index}`, NAMES[index] ?? '', { rights: WATCHER, choices: watching, ...change });

async function watch(stage: Stage, ...indices: number[]) {
  broadcast(stage, [
    watcher(0),
    ...indices.map((index) => fakePerson(`p${index}`, NAMES[index] ?? '', { choices: live })),
  ]);
  for (const index of indices) {
    stage.session.act({ type: 'link', peer: `p${index}`, phase: 'connected' });
    stage.session.act({ type: 'track', peer: `p${index}`, source: 'camera', track: await paintFace(index) });
  }
}

async function onAir(stage: Stage, on: boolean, showWatchers = true) {
  const names = showWatchers ? [watcher(1), watcher(2), watcher(4), watcher(5, { connection: 'away' })] : [];
  const own = fakePerson('p0', 'Ann', { choices: on ? live : DEFAULT_CHOICES });
  broadcast(stage, [own, ...names], { showWatchers, watchers: 4 });
  await openDevices(stage.session);
}

/** Sends so many bytes a second. */
function sender(bytesPerSecond: number): RTCRtpSender {
  const stats = () => ({ type: 'outbound-rtp', bytesSent: (performance.now() / 1000) * bytesPerSecond });
  const fake: Pick<RTCRtpSender, 'track' | 'getStats'> = {
    track: null,
    getStats: () => Promise.resolve(new Map([['one', stats()]])),
  };
  return fake as RTCRtpSender;
}

/** Clicks a control of an element inside, once both are there. */
async function click({ element }: Stage, host: string, selector: string) {
  await waitFor(() => element.shadowRoot?.querySelector(host)?.shadowRoot?.querySelector<HTMLElement>(selector)).then(
    (control) => control.click(),
  );
}

export const CALL_SCENES: Readonly<Record<string, Scene>> = {
  'people-to-call': (stage) => callRoom(stage),
  'people-none': ({ session }) => {
    session.act({ type: 'joining' });
    session.enter([fakePerson('p0', 'Ann')], CALLS);
  },
  'people-undisturbed': ({ session }) => {
    session.act({ type: 'joining' });
    const own = fakePerson('p0', 'Ann', { choices: { ...DEFAULT_CHOICES, doNotDisturb: true } });
    session.enter([own, fakePerson('p1', 'Ben Okoro')], CALLS);
  },
  called: (stage) => callRoom(stage, [theirs('c', 1)]),
  'called-writing': async (stage) => {
    callRoom(stage, [theirs('c', 1, { video: false })]);
    await click(stage, 'vr-request', '.plain');
  },
  calling: (stage) => callRoom(stage, [mine('c', 1)]),
  'call-2': (stage) => inCall(stage, 1),
  'call-connecting': async (stage) => {
    callRoom(stage, [mine('c', 1, { state: 'accepted', callee: other(1, true) })]);
    await openDevices(stage.session);
  },
  'call-3-people': async (stage) => {
    await inCall(stage, 1, 2);
    const own = fakePerson('p0', 'Ann', { inCall: true, choices: { ...DEFAULT_CHOICES, addUp: true } });
    stage.session.act({ type: 'participant', participant: own });
    await click(stage, 'vr-bar-button', 'button');
  },
  'called-in-a-call': async (stage) => {
    await inCall(stage, 1);
    became(stage, theirs('d', 5));
  },
  'outcomes-missed': (stage) =>
    callRoom(stage, [
      theirs('m1', 1, { state: 'missed', createdAt: 1_700_000_000_000 }),
      theirs('m2', 5, { state: 'cancelled', createdAt: 1_700_000_900_000 }),
    ]),
  outcomes: (stage) => {
    callRoom(stage);
    for (const [id, index, state, reason] of [
      ['a', 1, 'declined', 'In a meeting until three, I will call you back'],
      ['b', 2, 'busy'],
      ['c', 5, 'missed'],
    ] as const) {
      became(stage, mine(id, index));
      became(stage, mine(id, index, { state, ...(reason && { reason }) }));
    }
  },
  'outcome-in-a-call': async (stage) => {
    await inCall(stage, 1);
    became(stage, theirs('d', 5, { state: 'busy' }));
  },
  knocking: (stage) => knocking(stage),
  'knocking-nobody': (stage) => knocking(stage, {}, false),
  'knocking-declined': (stage) =>
    knocking(stage, { state: 'declined', reason: 'The interview is private, come at four' }),
  'knock-1': (stage) => knockers(stage, 1),
  'knock-3': (stage) => knockers(stage, 3),
  'knock-aside': async (stage) => {
    await knockers(stage, 2);
    await click(stage, 'vr-request', '[part=later-button]');
  },
  removed: ({ session }) => session.act({ type: 'left', reason: 'removed', message: 'No advertising, please' }),
  'room-ended': ({ session }) => session.act({ type: 'left', reason: 'room-ended' }),
  'watch-not-live': (stage) => watch(stage),
  watch: (stage) => watch(stage, 1),
  'watch-2': (stage) => watch(stage, 1, 2),
  'watch-stopped': (stage) =>
    broadcast(stage, [watcher(0, { choices: DEFAULT_CHOICES }), fakePerson('p1', 'Ben Okoro')]),
  'stage-invitation': async (stage) => {
    await watch(stage, 1);
    became(stage, theirs('s', 1, { kind: 'stage' }));
  },
  'stage-guest': async (stage) => {
    await watch(stage, 1);
    const guest = { ...OWN, participant: 'p0' };
    stage.session.act({ type: 'participant', participant: fakePerson('p0', 'Ann', { choices: live }) });
    became(stage, theirs('s', 1, { kind: 'stage', state: 'accepted', callee: guest }));
    await openDevices(stage.session);
  },
  'broadcast-off-air': (stage) => onAir(stage, false),
  'broadcast-live': async (stage) => {
    stage.session.sending = [sender(410_000)];
    await onAir(stage, true);
    // The rate, in whatever language.
    await waitFor(() => /\p{Nd}\p{P}\p{Nd}/u.exec(stage.element.shadowRoot?.textContent ?? ''));
    stage.element.dispatchEvent(new Event('pointermove'));
  },
  'broadcast-watchers': async (stage) => {
    await onAir(stage, true);
    became(stage, mine('s', 2, { kind: 'stage' }));
    became(stage, mine('g', 1, { kind: 'stage', state: 'accepted', callee: other(1, true) }));
    await click(stage, 'vr-bar-button:nth-of-type(2)', 'button');
  },
  'broadcast-no-names': async (stage) => {
    await onAir(stage, true, false);
    await click(stage, 'vr-bar-button:nth-of-type(2)', 'button');
  },
};
