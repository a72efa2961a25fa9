/** Cuts what comes over TCP or TLS into messages: there, one follows the other without a gap (RFC 8489 section 6.2.2). */
import { HEADER_BYTES, MAGIC_COOKIE } from './stun-message.js';

export class StunStream {
  #rest: Buffer = Buffer.alloc(0);

  /**
   * The messages that are complete with `chunk`.
   * @throws Error when it is no STUN: then the place where the next message begins is lost.
   */
  push(chunk: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const messages: Buffer[] = [];
    while (this.#rest.length >= HEADER_BYTES) {
      if (this.#rest.readUInt32BE(4) !== MAGIC_COOKIE) throw new Error('answers something that is not STUN');
      const end = HEADER_BYTES + this.#rest.readUInt16BE(2);
      if (this.#rest.length < end) break;
      messages.push(this.#rest.subarray(0, end));
      this.#rest = this.#rest.subarray(end);
    }
    return messages;
  }
}
