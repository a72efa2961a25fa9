/** One allocation on a TURN server (RFC 8656): as much of the protocol as it takes to send bytes through it. */
import type { CheckOptions } from './outcome.js';
import type { ServerAddress } from './server-url.js';
import { RefusedError, StunClient, type StunRequest } from './stun-client.js';
import { ATTRIBUTE, attributeOf, CLASS, longTermKey, METHOD, type Method, type StunMessage } from './stun-message.js';
import { decodeXorAddress, encodeXorAddress, type SocketAddress } from './xor-address.js';

export interface TurnCredentials {
  username: string;
  credential: string;
}

const UNAUTHENTICATED = 401;
const STALE_NONCE = 438;
/** The protocol number of UDP, as REQUESTED-TRANSPORT wants it. */
const RELAY_UDP = Buffer.from([17, 0, 0, 0]);
const NOW = Buffer.alloc(4);
/** As REQUESTED-ADDRESS-FAMILY wants them. */
const FAMILY = { ipv4: Buffer.from([1, 0, 0, 0]), ipv6: Buffer.from([2, 0, 0, 0]) };
/** The first number of a channel (RFC 8656 section 12). */
const FIRST_CHANNEL = 0x4000;

interface Proof {
  attributes: StunMessage['attributes'];
  key: Buffer;
}

export class TurnClient {
  /** Called for everything that comes through the relay. */
  onData: (peer: SocketAddress, data: Buffer) => void = () => undefined;
  readonly #stun: StunClient;
  readonly #credentials: TurnCredentials;
  #proof: Proof | undefined;
  #relayed: SocketAddress | undefined;
  #channels = 0;

  private constructor(stun: StunClient, credentials: TurnCredentials) {
    this.#stun = stun;
    this.#credentials = credentials;
    stun.onIndication = (message) => this.#takeData(message);
  }

  /** @throws ConnectionError */
  static async open(address: ServerAddress, credentials: TurnCredentials, options: CheckOptions): Promise<TurnClient> {
    return new TurnClient(await StunClient.open(address, options), credentials);
  }

  /** Whether the server asked who we are before it allocated. */
  get askedForCredentials(): boolean {
    return this.#proof !== undefined;
  }

  /** The server's IP address. */
  get serverAddress(): string {
    return this.#stun.remoteAddress;
  }

  /** Where others reach the allocation. @param family undefined: as the server likes. @throws RefusedError, ConnectionError */
  async allocate(family?: keyof typeof FAMILY): Promise<SocketAddress> {
    const answer = await this.#request(METHOD.allocate, () => [
      [ATTRIBUTE.requestedTransport, RELAY_UDP],
      ...(family ? [[ATTRIBUTE.requestedFamily, FAMILY[family]] as const] : []),
    ]);
    const value = attributeOf(answer, ATTRIBUTE.relayedAddress);
    const relayed = value && decodeXorAddress(value, answer.transaction);
    if (!relayed) throw new RefusedError(answer);
    return (this.#relayed = relayed);
  }

  /** Lets `peer` send to the allocation, and the allocation to it. @throws RefusedError, ConnectionError */
  async permit(peer: SocketAddress): Promise<void> {
    await this.#request(METHOD.permit, (transaction) => [[ATTRIBUTE.peerAddress, encodeXorAddress(peer, transaction)]]);
  }

  /** Permits `peer` and gives it a channel, the shorter way to send. @throws RefusedError, ConnectionError */
  async bindChannel(peer: SocketAddress): Promise<void> {
    const number = Buffer.alloc(4);
    number.writeUInt16BE(FIRST_CHANNEL + this.#channels);
    this.#channels += 1;
    await this.#request(METHOD.bindChannel, (transaction) => [
      [ATTRIBUTE.channelNumber, number],
      [ATTRIBUTE.peerAddress, encodeXorAddress(peer, transaction)],
    ]);
  }

  sendTo(peer: SocketAddress, data: Buffer): void {
    this.#stun.tell(METHOD.send | CLASS.indication, (transaction) => [
      [ATTRIBUTE.peerAddress, encodeXorAddress(peer, transaction)],
      [ATTRIBUTE.data, data],
    ]);
  }

  /** Gives the allocation back and closes. */
  close(): void {
    if (this.#relayed) {
      const proof = this.#proof;
      const farewell: StunRequest['attributes'] = () => [[ATTRIBUTE.lifetime, NOW], ...(proof?.attributes ?? [])];
      this.#stun.tell(METHOD.refresh | CLASS.request, farewell, proof?.key);
    }
    this.#stun.close();
  }

  /** Asks without credentials first, because what they are made of comes with the refusal (RFC 8489 section 9.2.4). */
  async #request(method: Method, attributes: StunRequest['attributes']): Promise<StunMessage> {
    for (let isRetry = false; ; isRetry = true) {
      const proof = this.#proof;
      try {
        return await this.#stun.request({
          method,
          attributes: (transaction) => [...attributes(transaction), ...(proof?.attributes ?? [])],
          ...(proof && { key: proof.key }),
        });
      } catch (error) {
        const mayHelp =
          error instanceof RefusedError &&
          ((error.number === UNAUTHENTICATED && !proof) || (error.number === STALE_NONCE && !isRetry));
        if (!mayHelp) throw error;
        this.#proof = this.#prove(error);
      }
    }
  }

  #prove(refusal: RefusedError): Proof {
    const { username, credential } = this.#credentials;
    const realm = attributeOf(refusal.answer, ATTRIBUTE.realm);
    const nonce = attributeOf(refusal.answer, ATTRIBUTE.nonce);
    if (!realm || !nonce) throw refusal;
    return {
      key: longTermKey(username, realm.toString('utf8'), credential),
      attributes: [
        [ATTRIBUTE.username, Buffer.from(username)],
        [ATTRIBUTE.realm, realm],
        [ATTRIBUTE.nonce, nonce],
      ],
    };
  }

  #takeData(message: StunMessage): void {
    if (message.type !== (METHOD.data | CLASS.indication)) return;
    const value = attributeOf(message, ATTRIBUTE.peerAddress);
    const peer = value && decodeXorAddress(value, message.transaction);
    const data = attributeOf(message, ATTRIBUTE.data);
    if (peer && data) this.onData(peer, data);
  }
}
