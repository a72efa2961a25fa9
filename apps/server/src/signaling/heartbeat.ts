/**
 * How the server finds out that somebody's network is gone, and since when. Pure. A seat's time runs from the first ping
 * that was not answered: whoever loses the network is seen to leave as long after it, whenever the server notices.
 */

/**
 * In milliseconds; as Engine.IO wants them. A dead connection is noticed within 13 s. Pings come so often that no more than
 * 5 s pass between the loss of a network and the first one that is not answered.
 */
export const HEARTBEAT = { pingInterval: 5_000, pingTimeout: 8_000 } as const;

/** For how long nothing had been heard when a socket ended. @param reason as Socket.IO says it. */
export const silenceBefore = (reason: string | undefined): number =>
  reason === 'ping timeout' ? HEARTBEAT.pingTimeout : 0;
