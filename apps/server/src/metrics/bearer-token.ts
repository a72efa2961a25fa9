import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The one token that is accepted. It is kept and compared as a digest, so that a guess takes the same time whatever it is. */
export class BearerToken {
  readonly #digest: Buffer;

  constructor(token: string) {
    this.#digest = digest(token);
  }

  /** @param header the Authorization header of a request. */
  isIn(header: string | undefined): boolean {
    const shown = /^Bearer +([\w.~+/-]{1,4096}=*) *$/i.exec(header ?? '')?.[1];
    return timingSafeEqual(this.#digest, digest(shown ?? '')) && shown !== undefined;
  }
}

/** Tells who is refused how to say who one is. */
export const CHALLENGE = 'Bearer realm="video-room metrics"';
