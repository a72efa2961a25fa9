/** What the parent asks of the processes that play a crowd, and what they answer. */

export interface Invitation {
  port: number;
  /** Names of rooms and people begin with it. */
  prefix: string;
  people: number;
  perRoom: number;
  /** Whether the server asks for tokens. */
  seats: boolean;
  /** Where they come from, in turns. Empty: as the system likes. */
  localAddresses: string[];
  /** Keeps people of several processes apart. */
  part: number;
}

export interface Orders {
  /** Makes the people, with their tokens; nobody connects. Those of before are forgotten. */
  invite: { ask: Invitation; answer: null };
  /** All connect: so many a second, or so many at a time. Infinity: did not get in. */
  enter: { ask: { perSecond: number } | { abreast: number }; answer: { seconds: number; joinMs: number[] } };
  /** From now on whoever loses the connection comes back. */
  comeBack: { ask: null; answer: null };
  leave: { ask: null; answer: null };
  look: { ask: null; answer: CrowdState };
  /** Neighbours in a room signal each other, all together so many a second. */
  signal: { ask: { perSecond: number; seconds: number }; answer: { sent: number; relayMs: number[] } };
  /** Others come and go, one in and one out each time, all together so many a second. */
  churn: { ask: { perSecond: number; seconds: number }; answer: { joins: number; failures: number } };
}

export interface CrowdState {
  seated: number;
  losses: number;
  failures: number;
  /** People who have had more than one id. */
  otherIds: number;
  /** People who see all others of their room online. */
  wholeRooms: number;
  goodbyes: number;
  /** When each got its last seat, in milliseconds since 1970. */
  seatedAt: number[];
}

export type OrderName = keyof Orders;
export type Ask<Name extends OrderName> = Orders[Name]['ask'];
export type Answer<Name extends OrderName> = Orders[Name]['answer'];
