/**
 * Transports open a few at a time, so that thousands of them in one moment do not hold up the event loop. Knows nothing of
 * rooms: whoever has a transport is not in yet.
 */
import type { IncomingMessage } from 'node:http';
import { Turnstile } from './turnstile.js';

/** Each takes about 0.15 ms. */
const ABREAST = 16;

type AllowRequest = (request: IncomingMessage, answer: (refusal: null, isAllowed: boolean) => void) => void;

/** For Engine.IO's `allowRequest`: allows everybody, in turn. */
export function transportLine(): AllowRequest {
  const turnstile = new Turnstile(ABREAST);
  return ({ socket }, answer) => {
    // While it waits nobody else listens, and an error that nobody hears of ends the process.
    const endQuietly = () => socket.destroy();
    socket.on('error', endQuietly);
    const letIn = () => {
      socket.off('error', endQuietly);
      if (!socket.destroyed) answer(null, true);
    };
    // Whatever goes wrong with one transport ends that one.
    turnstile.pass(letIn).catch(endQuietly);
  };
}
