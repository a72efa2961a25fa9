import { afterEach, describe, expect, it } from '@jest/globals';
import type { Reply } from '@video-room/protocol';
import fc from 'fast-check';
import { addFigure, inLongRun } from '../../../../bench/report/long-run.js';
import { dispatchRig, type DispatchRig, type RememberingSocket } from '../../test/dispatch-rig.js';
import { CANARY, hostileMessages, type HostileMessage } from '../../test/hostile-payloads.js';
import { linkBetween, offer, type TestClient } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const IN_PROCESS = inLongRun(2_000, 1_000_000);
const OVER_THE_WIRE = inLongRun(500, 100_000);
const BATCH = 500;
/** On a busy machine a payload takes a millisecond. */
const LONG_ENOUGH_MS = 1_800_000;
const LIMITS_OFF = {
  SOCKET_BURST: '100000',
  SOCKET_RATE: '10000',
  ROOM_CAPACITY: '40',
  SEAT_GRACE: '0',
  METRICS_TOKEN: 'so-that-reports-are-taken',
};

/** Batches of generated messages, the same in every run. */
function* batches(count: number, messages: fc.Arbitrary<HostileMessage>): Generator<HostileMessage[]> {
  for (let made = 0; made < count; made += BATCH) {
    yield fc.sample(messages, { numRuns: Math.min(BATCH, count - made), seed: 7_000 + made });
  }
}

function judge(reply: Reply): void {
  if (typeof reply.ok !== 'boolean') throw new Error('an answer that is none');
  if (!reply.ok && reply.error.code === 'internal') throw new Error('the server failed');
  if (JSON.stringify(reply).includes(CANARY)) throw new Error('an answer holds what was sent');
}

/** Bytes would go as frames of their own, and whoever sends many of those is cut off. */
const asJson = (payload: unknown): unknown => JSON.parse(JSON.stringify(payload));

const expectCleanPrototypes = () => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
};

describe('payloads of strangers', () => {
  let rig: DispatchRig | undefined;
  let server: TestServer | undefined;
  afterEach(async () => {
    await rig?.close();
    await server?.stop();
    [rig, server] = [undefined, undefined];
  });

  it(
    `are all answered by the handlers themselves, ${IN_PROCESS} of them, and break nothing`,
    async () => {
      const made = (rig = await dispatchRig(LIMITS_OFF));
      const bystander = await made.seat('another room', 'eve');
      const ada = await made.seat('r', 'ada');
      const seats: RememberingSocket[] = [];
      const fresh = async (at: number) => {
        const seat = await made.seat('r', `p${at}`);
        made.link(`l${at}`, seat, ada);
        seats[at] = seat;
      };
      for (let at = 0; at < 8; at += 1) await fresh(at);
      const messages = hostileMessages({
        links: ['l0', 'l1', 'l2', 'l3'],
        participants: [ada, bystander, ...seats].map(({ data }) => data.holder?.participant ?? ''),
        identities: ['ada', 'eve', 'p1'],
      });
      let [count, taken] = [0, 0];
      for (const batch of batches(IN_PROCESS, messages)) {
        for (const [type, ...payloads] of batch) {
          const at = count % seats.length;
          const reply = await (seats[at] as RememberingSocket).say(type, ...payloads);
          judge(reply);
          count += 1;
          if (!reply.ok) continue;
          taken += 1;
          if (type === 'leave') await fresh(at);
        }
      }
      expect(count).toBe(IN_PROCESS);
      expect(taken).toBeGreaterThan(IN_PROCESS / 50);
      expect([...bystander.received.keys()]).toEqual([]);
      expect(made.log()).not.toContain('"level":"error"');
      expectCleanPrototypes();
      addFigure({ name: 'payloads in process, each answered, none as an internal error', measured: String(count) });
      addFigure({ name: 'of those, taken by a handler', measured: String(taken) });
    },
    LONG_ENOUGH_MS,
  );

  it(
    `are all answered over the wire, ${OVER_THE_WIRE} of them, and reach nobody they must not`,
    async () => {
      const started = (server = await startServer(LIMITS_OFF));
      const bystander = await started.join('eve', { grant: { room: 'another room' } });
      const ada = await started.join('ada');
      const before = bystander.received.length;
      let ben = await started.join('ben');
      let [count, leavers] = [0, 0];
      const send = async (client: TestClient, [type, ...payloads]: HostileMessage) => {
        judge(await client.request(type, ...payloads.map(asJson)));
        count += 1;
      };
      const messages = hostileMessages({
        links: [linkBetween(ben, ada).id],
        participants: [ada.id, bystander.id, ben.id],
        identities: ['ada', 'eve'],
      });
      for (const batch of batches(OVER_THE_WIRE, messages)) {
        for (const message of batch) {
          // Whoever has left is not answered any more, as its socket is closed.
          if (message[0] !== 'leave') await send(ben, message);
          else {
            const leaver = await started.join(`leaver ${(leavers += 1)}`);
            await send(leaver, message);
            leaver.close();
          }
        }
        if (!ben.socket.connected) ben = await started.join('ben');
      }
      expect(count).toBe(OVER_THE_WIRE);
      expect(bystander.received.length).toBe(before);
      expect(await ada.request('update', { name: 'Ada' })).toEqual({ ok: true });
      expect(await ben.request('signal', offer(linkBetween(ben, ada).id, 9))).toEqual({ ok: true });
      expect(ada.all('signal').every(({ from }) => from === ben.id)).toBe(true);
      expect(ada.received.filter(({ type }) => ['moderated', 'goodbye', 'room'].includes(type))).toEqual([]);
      expect(started.log()).not.toContain('"level":"error"');
      expectCleanPrototypes();
      addFigure({ name: 'payloads over the wire, each answered, none as an internal error', measured: String(count) });
    },
    LONG_ENOUGH_MS,
  );
});
