/** A peer connection that finds candidates, or does not, as a spec says; two of them are connected if there is a loopback. */

export interface FakeNetwork {
  /** Addresses that give nothing, each with the code that the browser then tells, or with `silent`. */
  errors: Record<string, number | 'silent'>;
  /** Whether data comes through. */
  loopback: boolean;
  /** How long each chunk takes, in milliseconds; 0: as fast as can be. */
  everyMs: number;
}

class FakeChannel extends EventTarget {
  readyState = 'connecting';
  bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  binaryType = '';
  peer: FakeChannel | undefined;
  /** Milliseconds per message. */
  everyMs = 0;

  send(data: unknown): void {
    const bytes = data instanceof Uint8Array ? data.byteLength : 0;
    this.bufferedAmount += bytes;
    setTimeout(() => {
      this.bufferedAmount -= bytes;
      this.peer?.dispatchEvent(new MessageEvent('message', { data: bytes ? new ArrayBuffer(bytes) : data }));
      if (this.bufferedAmount <= this.bufferedAmountLowThreshold) this.dispatchEvent(new Event('bufferedamountlow'));
    }, this.everyMs);
  }
}

/** The far end of two, which is described first. */
let far: FakeConnection | undefined;

export class FakeConnection extends EventTarget {
  static open = 0;
  localDescription: unknown;
  remoteDescription: unknown;
  readonly #channel = new FakeChannel();
  #closed = false;

  constructor(
    readonly configuration: RTCConfiguration,
    readonly network: FakeNetwork,
  ) {
    super();
    FakeConnection.open += 1;
  }

  createDataChannel(): FakeChannel {
    return this.#channel;
  }

  setLocalDescription(): Promise<void> {
    this.localDescription = { type: 'offer' };
    setTimeout(() => this.#gather());
    return Promise.resolve();
  }

  setRemoteDescription(description: unknown): Promise<void> {
    this.remoteDescription = description;
    if (far) {
      const other = far;
      far = undefined;
      if (this.network.loopback) setTimeout(() => this.#meet(other));
    } else this.#waitFor();
    return Promise.resolve();
  }

  addIceCandidate(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    if (!this.#closed) FakeConnection.open -= 1;
    this.#closed = true;
  }

  #waitFor(): void {
    const own = (): FakeConnection => this;
    far = own();
  }

  #gather(): void {
    const { iceServers = [], iceTransportPolicy } = this.configuration;
    const urls = iceServers.flatMap((server) => server.urls);
    for (const url of urls) {
      const error = this.network.errors[url];
      if (error === 'silent') return;
      if (error !== undefined) this.dispatchEvent(Object.assign(new Event('icecandidateerror'), { errorCode: error }));
      else this.#candidate(iceTransportPolicy === 'relay' ? 'relay' : 'srflx');
    }
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: null }));
  }

  #candidate(type: string): void {
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: { type, candidate: '192.0.2.77' } }));
  }

  #meet(other: FakeConnection): void {
    const [sender, receiver] = [this.#channel, new FakeChannel()];
    [sender.peer, receiver.peer] = [receiver, sender];
    sender.everyMs = receiver.everyMs = this.network.everyMs;
    sender.readyState = receiver.readyState = 'open';
    other.dispatchEvent(Object.assign(new Event('datachannel'), { channel: receiver }));
  }
}
