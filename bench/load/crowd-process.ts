/** A process that plays part of a crowd, as its parent orders: one process alone could not keep up with a server. */
import { setTimeout as delay } from 'node:timers/promises';
import { roomToken } from '../servers/tokens.js';
import { Attendee } from './attendee.js';
import type { Answer, Ask, CrowdState, Invitation, OrderName } from './orders.js';
import { startPaced } from './pace.js';
import { signalPaced } from './signalling.js';

let crowd: Attendee[] = [];
let invitation: Invitation | undefined;
/** Those who come when others go. */
let spares: Attendee[] = [];

async function makePeople({
  port,
  prefix,
  people,
  perRoom,
  seats,
  localAddresses,
  part,
}: Invitation): Promise<Attendee[]> {
  const all: Attendee[] = [];
  for (let index = 0; index < people; index += 1) {
    const name = `${prefix}-${part}-${index}`;
    const room = `${prefix}-${part}-${Math.floor(index / perRoom)}`;
    const localAddress = localAddresses[index % localAddresses.length];
    all.push(
      new Attendee({
        port,
        instance: `load-${name}-0123456789`.slice(0, 64),
        ...(seats && { token: await roomToken(room, name) }),
        ...(localAddress !== undefined && { localAddress }),
      }),
    );
  }
  return all;
}

/** How long it took, in milliseconds; Infinity: it did not get in. */
const timed = async (attendee: Attendee): Promise<number> => {
  const startedAt = performance.now();
  try {
    await attendee.enter();
    return performance.now() - startedAt;
  } catch {
    return Infinity;
  }
};

async function enterAbreast(abreast: number): Promise<number[]> {
  const waiting = [...crowd];
  const joinMs: number[] = [];
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) joinMs.push(await timed(next));
  };
  await Promise.all(Array.from({ length: abreast }, one));
  return joinMs;
}

function look(): CrowdState {
  const { perRoom = 1, people = 0 } = invitation ?? {};
  const sum = (of: (attendee: Attendee) => number) => crowd.reduce((total, attendee) => total + of(attendee), 0);
  /** Of the last room there may be fewer. */
  const roomOf = (index: number) => Math.min(perRoom, people - Math.floor(index / perRoom) * perRoom);
  const isWhole = ({ others }: Attendee, index: number) =>
    others.size === roomOf(index) - 1 && [...others.values()].every((connection) => connection === 'online');
  return {
    seated: sum(({ isSeated }) => Number(isSeated)),
    losses: sum(({ losses }) => losses),
    failures: sum(({ failures }) => failures),
    otherIds: sum(({ ids }) => Number(ids.size > 1)),
    wholeRooms: crowd.filter((attendee, index) => attendee.isSeated && isWhole(attendee, index)).length,
    goodbyes: sum(({ goodbye }) => Number(goodbye === 'server-stopping')),
    seatedAt: crowd.map(({ seatedAt }) => seatedAt),
  };
}

/** The longest there goes, the next one comes. */
async function churn({ perSecond, seconds }: Ask<'churn'>): Promise<Answer<'churn'>> {
  if (!invitation) throw new Error('nobody is invited');
  if (spares.length === 0) spares = await makePeople({ ...invitation, prefix: `${invitation.prefix}-spare` });
  let failures = 0;
  let joins = 0;
  await startPaced(perSecond, seconds * perSecond, async () => {
    const [goes, comes] = [crowd.shift(), spares.shift()];
    if (!goes || !comes) return;
    await goes.leave();
    spares.push(goes);
    try {
      await comes.enter();
      joins += 1;
    } catch {
      failures += 1;
    }
    crowd.push(comes);
  });
  return { joins, failures };
}

const handlers: { [Name in OrderName]: (ask: Ask<Name>) => Promise<Answer<Name>> } = {
  async invite(ask) {
    invitation = ask;
    spares = [];
    crowd = await makePeople(ask);
    return null;
  },
  async enter(ask) {
    const startedAt = performance.now();
    const joinMs: number[] = [];
    if ('abreast' in ask) joinMs.push(...(await enterAbreast(ask.abreast)));
    else
      await startPaced(ask.perSecond, crowd.length, async (index) => {
        const attendee = crowd[index];
        if (attendee) joinMs.push(await timed(attendee));
      });
    return { seconds: (performance.now() - startedAt) / 1000, joinMs };
  },
  comeBack() {
    for (const attendee of crowd) attendee.comesBack = true;
    return Promise.resolve(null);
  },
  async leave() {
    // Some at a time, as a server would see it.
    for (let at = 0; at < crowd.length; at += 100) {
      await Promise.all(crowd.slice(at, at + 100).map((attendee) => attendee.leave()));
      await delay(10);
    }
    return null;
  },
  look: () => Promise.resolve(look()),
  signal: (ask) => signalPaced(crowd, ask),
  churn,
};

process.on('message', ({ number, name, ask }: { number: number; name: OrderName; ask: unknown }) => {
  const handle = handlers[name] as (ask: unknown) => Promise<unknown>;
  handle(ask).then(
    (answer) => process.send?.({ number, answer }),
    (error: unknown) => process.send?.({ number, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ number: 0, answer: null });
