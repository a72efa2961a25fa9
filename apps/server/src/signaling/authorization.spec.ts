/** Who may do what: each attempt by each role from each place has the outcome that the table says, and nobody notices more. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Choices, RoomKind } from '@video-room/protocol';
import { ATTEMPTED, ROLES, type Known, type Outcome, type Place, type Role } from '../../test/attempts.js';
import { linkBetween, type TestClient } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

describe('authorization', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ REST_RATE: '10000', METRICS_TOKEN: 'so-that-reports-are-taken' });
  });
  afterAll(() => server.stop());

  /** The rooms of a test are all of a kind. */
  const inRooms = (kind: RoomKind) => {
    const join = (room: string, identity: string, role: Role, choices: Partial<Choices> = {}) =>
      server.join(identity, {
        grant: { room, settings: { kind, access: 'knock' }, grants: ROLES[role] },
        auth: { choices },
      });

    const knockOf = async (moderator: TestClient, identity: string) =>
      (await moderator.next('call', (call) => call.kind === 'knock' && call.caller.identity === identity)).id;

    async function admitted(moderator: TestClient, ...[room, identity, role, choices]: Parameters<typeof join>) {
      const guest = await join(room, identity, role, choices);
      await moderator.request('answer', { call: await knockOf(moderator, identity), accept: true });
      await guest.next('ready', (ready) => ready.admitted);
      return guest;
    }

    /**
     * Ada and Ben, let in by Max; in a broadcast Ben only watches. Their names are those of the room: people may call
     * only so often.
     */
    async function scene(room: string): Promise<{ known: Known; others: TestClient[] }> {
      const max = await join(room, 'max', 'moderator');
      const called = `ben in ${room}`;
      const ada = await admitted(max, room, `ada in ${room}`, 'participant', { watching: true });
      const ben = await admitted(max, room, called, kind === 'broadcast' ? 'viewer' : 'participant');
      const known = { call: '', link: '', called, participant: ada.id };
      const others = [ada, ben];
      if (kind === 'meeting') {
        await join(room, `cyd in ${room}`, 'participant');
        const link = linkBetween(ben, ada).id;
        return { known: { ...known, call: await knockOf(max, `cyd in ${room}`), link }, others };
      }
      const asked = kind === 'call' ? { kind: 'ring', video: true } : { kind: 'stage' };
      await ada.request('call', { ...asked, identity: called });
      const { id: call } = await ben.next('call', ({ state }) => state === 'ringing');
      if (kind === 'broadcast') return { known: { ...known, call }, others };
      await ben.request('answer', { call, accept: true });
      const { id: link } = await ada.next('link');
      return { known: { ...known, call, link }, others };
    }

    async function attackerIn(place: Place, room: string, role: Role): Promise<TestClient> {
      if (place === 'not admitted') return join(room, `mallory in ${room}`, role);
      const where = place === 'other room' ? `${room}, another` : room;
      if (role === 'moderator') return join(where, `mallory in ${room}`, role);
      return admitted(await join(where, 'doorman', 'moderator'), where, `mallory in ${room}`, role);
    }

    return { scene, attackerIn };
  };

  it.each(ATTEMPTED)('$what by a $role, $place', async ({ what, type, attempt, role, place }) => {
    const { payload, outcome, reaches, ends = [], kind = 'call' } = attempt;
    const { scene, attackerIn } = inRooms(kind);
    const room = `${what} ${role} ${place}`;
    const { known, others } = await scene(room);
    const attacker = await attackerIn(place, room, role);
    for (const other of others) await other.settle();
    // Whoever is in another room, or not let in, is not heard of at all. That its own links end with it, it may see to.
    const isHeardOf = place === 'own room' || place === 'after leaving' ? isAboutThem : () => true;
    const isItsEnd = ({ type, payload }: TestClient['received'][number]) =>
      type === 'link' && payload.peer === attacker.id && payload.state === 'closed';
    const heard = () => others.map(({ received }) => received.filter((one) => isHeardOf(one) && !isItsEnd(one)).length);
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
