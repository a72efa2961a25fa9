/** Pairs of clients that throw signals to and fro: one in flight per pair, the next as soon as it arrives. */
import type { RawClient } from './raw-client.js';
import type { Address, Traffic } from './signals.js';

const SIGNAL = Buffer.from('42["signal"');
const ACKNOWLEDGED = Buffer.from('437[{"ok":true}]');

interface End {
  client: RawClient;
  /** What a signal of this end must say to reach the other. */
  address: Address;
}

export type Pair = readonly [End, End];

/** Two clients in one room, the second of which came later. */
export function pairOf(one: RawClient, other: RawClient): Pair {
  const { link } = other.welcome;
  if (link === undefined) {
    return [
      { client: one, address: { to: other.welcome.sid } },
      { client: other, address: { to: one.welcome.sid } },
    ];
  }
  return [
    { client: one, address: { link } },
    { client: other, address: { link } },
  ];
}

/** Relays `relays` signals of that traffic, shared among the pairs; resolves when all have arrived. */
export function volley(pairs: readonly Pair[], traffic: Traffic, relays: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let toSend = relays;
    let expected = relays * (traffic.acknowledged ? 2 : 1);
    for (const pair of pairs) {
      let next = 0;
      const frames = pair.map(({ address }) => traffic.signals(address));
      const send = (side: 0 | 1) => {
        if (toSend === 0) return;
        toSend -= 1;
        const own = frames[side] ?? [];
        const frame = own[next % own.length];
        next += 1;
        if (frame) pair[side].client.send(frame);
      };
      const listen = (side: 0 | 1) => {
        pair[side].client.onPacket = (packet) => {
          const isSignal = packet.subarray(0, SIGNAL.length).equals(SIGNAL);
          if (!isSignal && !packet.equals(ACKNOWLEDGED)) {
            const text = packet.toString('utf8', 0, 200);
            if (!/^42\["(participant|link)"/.test(text)) reject(new Error(`Not relayed: ${text}`));
            return;
          }
          expected -= 1;
          if (expected === 0) resolve();
          if (isSignal) send(side);
        };
      };
      listen(0);
      listen(1);
      send(0);
    }
  });
}
