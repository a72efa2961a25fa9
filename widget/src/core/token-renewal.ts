/**
 * The token of one stay in a room, and the way to newer ones: what the page has put in its place, else what its source
 * gives. Knows nothing of rooms or links; when a token ends it is told.
 */
import type { Logger } from '@video-room/log';
import type { Reply } from '@video-room/protocol';
import { VideoRoomError } from './errors.js';
import { peekClaims } from './token-claims.js';
import type { TokenSource } from './token-source.js';

export interface TokenSupply {
  /** The token to come in with. */
  first: string;
  /** Absent: the page hands out tokens by itself. */
  source?: TokenSource | undefined;
  /** The token on the page by now. */
  given?: (() => string | undefined) | undefined;
}

const LONGEST_PAUSE_MS = 15_000;
/** How often a source is asked by somebody whose token is over: for about a minute. */
const TRIES = 8;

const pauseMs = (attempt: number): number => Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** attempt);

export class TokenRenewal {
  readonly #supply: TokenSupply;
  readonly #send: (token: string) => Promise<Reply | undefined>;
  readonly #log: Logger;
  #token: string;
  /** What the page had given when it was looked at last. */
  #given: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #wasIn = false;
  #closed = false;

  /** @param send tells the server of a newer token; no reply: it could not. */
  constructor(supply: TokenSupply, send: (token: string) => Promise<Reply | undefined>, log: Logger) {
    this.#supply = supply;
    this.#send = send;
    this.#log = log.with({ category: 'session' });
    this.#token = this.#given = supply.first;
  }

  /** The token that counts. */
  get token(): string {
    return this.#token;
  }

  /** Whether there may be another token without anybody's doing. */
  get canComeBack(): boolean {
    return !!this.#supply.source || this.#isOffered;
  }

  /** One is in the room with the token that counts. */
  arrived(): void {
    this.#wasIn = true;
    this.#attempt = 0;
    clearTimeout(this.#timer);
  }

  /** The page may have given another token. */
  offered(): void {
    if (this.#isOffered) void this.renew();
  }

  /** Puts another token in the place of the one that ends; a source that fails is asked again. */
  async renew(): Promise<void> {
    clearTimeout(this.#timer);
    const before = this.#token;
    const isRenewed = await this.#next().then(
      () => this.#tell(before),
      (error: unknown) => this.#log.warn('no other token', { reason: String(error) }),
    );
    if (isRenewed || this.#closed || !this.#supply.source) return;
    this.#timer = setTimeout(() => void this.renew(), pauseMs(this.#attempt));
    this.#attempt += 1;
  }

  /** Gets another token after one was refused. Whoever was in does not give up at once. */
  async replace(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#next();
      } catch (error) {
        const isPatient = this.#wasIn && this.#supply.source && attempt < TRIES;
        if (!isPatient || this.#closed) throw error;
        await new Promise((resolve) => setTimeout(resolve, pauseMs(attempt - 1)));
      }
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  get #isOffered(): boolean {
    const given = this.#supply.given?.();
    return !!given && given !== this.#given;
  }

  async #next(): Promise<void> {
    const { given, source } = this.#supply;
    if (this.#isOffered) this.#token = this.#given = given?.() ?? '';
    else if (source) this.#token = (await source(peekClaims(this.#token).identity)).token;
    else throw new VideoRoomError('unauthorized', 'The token is not accepted any more');
  }

  /** Whether that is done with: one that could not be told counts from the next connect on. */
  async #tell(before: string): Promise<boolean> {
    const reply = await this.#send(this.#token);
    if (!reply || reply.ok) {
      this.#attempt = 0;
      this.#log.info('token renewed', { told: !!reply });
      return true;
    }
    this.#log.warn('token refused', { code: reply.error.code });
    this.#token = before;
    return false;
  }
}
