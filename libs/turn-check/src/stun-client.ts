/** Requests and their answers over one connection, with what UDP needs besides: patience and repetition (RFC 8489 section 6.2). */
import type { CheckOptions } from './outcome.js';
import type { ServerAddress } from './server-url.js';
import { openConnection, ConnectionError, type StunConnection } from './stun-connection.js';
import {
  ATTRIBUTE,
  attributeOf,
  CLASS,
  decodeMessage,
  encodeMessage,
  isProvenBy,
  newTransaction,
  type Method,
  type StunMessage,
} from './stun-message.js';

/** After this time without an answer a request is sent over UDP again, then after twice as long, and so on. */
const FIRST_REPEAT_MS = 500;

/** The server's answer is no. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly answer: StunMessage;
  /** 300 to 699 (RFC 8489 section 14.8); 0 if it does not say. */
  readonly number: number;
  /** Number and the server's words, cut to what a line holds. */
  readonly reason: string;

  constructor(answer: StunMessage) {
    const value = attributeOf(answer, ATTRIBUTE.errorCode) ?? Buffer.alloc(4);
    const number = value.length < 4 ? 0 : (value[2]! & 7) * 100 + value[3]!;
    const words = value
      .subarray(4, 132)
      .toString('utf8')
      .replace(/[^ -~]/g, '')
      .trim();
    super(`refused with ${number}`);
    this.answer = answer;
    this.number = number;
    this.reason = words ? `${number} ${words}` : String(number);
  }
}

interface Waiting {
  key: Buffer | undefined;
  settle: (result: StunMessage | Error) => void;
}

export interface StunRequest {
  method: Method;
  /** Their making needs the transaction: addresses are mixed with it. */
  attributes: (transaction: Buffer) => StunMessage['attributes'];
  /** Proves who asks; then the answer has to be proven by it, too. */
  key?: Buffer;
}

export class StunClient {
  /** Called for each indication. */
  onIndication: (message: StunMessage) => void = () => undefined;
  readonly #waiting = new Map<string, Waiting>();
  readonly #signal: AbortSignal;
  #connection: StunConnection | undefined;
  #lost: ConnectionError | undefined;

  private constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** @throws ConnectionError */
  static async open(address: ServerAddress, options: CheckOptions): Promise<StunClient> {
    const client = new StunClient(options.signal);
    client.#connection = await openConnection(
      address,
      {
        message: (bytes) => client.#take(bytes),
        lost: (error) => client.#lose(error),
      },
      options,
    );
    return client;
  }

  /** The server's IP address. */
  get remoteAddress(): string {
    return this.#connection?.remoteAddress ?? '';
  }

  /**
   * The answer, if it is yes.
   * @throws RefusedError for a no, ConnectionError when there is no way to the server or none came until aborted.
   */
  request({ method, attributes, key }: StunRequest): Promise<StunMessage> {
    const transaction = newTransaction();
    const id = transaction.toString('hex');
    const bytes = encodeMessage(
      { type: method | CLASS.request, transaction, attributes: attributes(transaction) },
      key,
    );
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const abort = (): void => this.#waiting.get(id)?.settle(new ConnectionError('reach', 'no answer in time'));
      this.#waiting.set(id, {
        key,
        settle: (result) => {
          clearTimeout(timer);
          this.#signal.removeEventListener('abort', abort);
          this.#waiting.delete(id);
          if (result instanceof Error) reject(result);
          else resolve(result);
        },
      });
      this.#signal.addEventListener('abort', abort, { once: true });
      if (this.#lost) return this.#lose(this.#lost);
      if (this.#signal.aborted) return abort();
      const send = (waitMs: number): void => {
        this.#connection?.send(bytes);
        if (!this.#connection?.isReliable) timer = setTimeout(() => send(waitMs * 2), waitMs);
      };
      send(FIRST_REPEAT_MS);
    });
  }

  /** Sends without expecting an answer: an indication, or a request that is a farewell. */
  tell(type: number, attributes: StunRequest['attributes'], key?: Buffer): void {
    const transaction = newTransaction();
    this.#connection?.send(encodeMessage({ type, transaction, attributes: attributes(transaction) }, key));
  }

  close(): void {
    this.#connection?.close();
    this.#lose(new ConnectionError('reach', 'closed'));
  }

  #take(bytes: Buffer): void {
    const message = decodeMessage(bytes);
    if (!message) return;
    const kind = message.type & CLASS.error;
    if (kind === CLASS.indication) return this.onIndication(message);
    const waiting = this.#waiting.get(message.transaction.toString('hex'));
    if (!waiting) return;
    if (kind === CLASS.error) return waiting.settle(new RefusedError(message));
    // Anybody could say yes over UDP (RFC 8489 section 9.2.5).
    if (kind === CLASS.success && (!waiting.key || isProvenBy(bytes, waiting.key))) waiting.settle(message);
  }

  #lose(error: ConnectionError): void {
    this.#lost ??= error;
    for (const { settle } of [...this.#waiting.values()]) settle(error);
  }
}
