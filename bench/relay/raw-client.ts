/** Socket.IO over a raw socket: as much of the protocol as a measured server needs to see. The same for all servers. */
import { RawSocket, textFrame } from './raw-socket.js';

const ENDPOINT = '/socket.io/?EIO=4&transport=websocket';
const PING = '2'.charCodeAt(0);
const PONG = textFrame('3');
const LEAVE = textFrame('42["leave",{}]');

/** What a server tells a newcomer. */
export interface Welcome {
  /** Socket.IO's name of the connection. */
  sid: string;
  /** The link to somebody who was there before, where there are links. */
  link: string | undefined;
}

export class RawClient {
  /** Given everything but pings, valid only during the call. */
  onPacket: (packet: Buffer) => void = () => undefined;
  readonly welcome: Welcome;
  readonly #socket: RawSocket;
  readonly #isSeated: boolean;

  private constructor(socket: RawSocket, welcome: Welcome, isSeated: boolean) {
    this.welcome = welcome;
    this.#socket = socket;
    this.#isSeated = isSeated;
    socket.onText = (packet) => {
      if (packet[0] === PING) socket.send(PONG);
      else this.onPacket(packet);
    };
  }

  /** @param token for a server that lets nobody in without one; the client is in when it has its `ready`. */
  static async connect(port: number, token?: string): Promise<RawClient> {
    const socket = await RawSocket.open(port, ENDPOINT);
    const auth = token === undefined ? '' : JSON.stringify({ token, protocol: 1, instance: 'bench-0123456789ab' });
    const welcome = await new Promise<Welcome>((resolve, reject) => {
      let sid = '';
      socket.onText = (packet) => {
        const text = packet.toString();
        if (text.startsWith('0')) return socket.send(textFrame(`40${auth}`));
        if (text.startsWith('40')) {
          ({ sid } = JSON.parse(text.slice(2)) as { sid: string });
          if (token === undefined) resolve({ sid, link: undefined });
        } else if (text.startsWith('42["ready"')) resolve({ sid, link: firstLinkOf(text) });
        else reject(new Error(`Not let in: ${text.slice(0, 200)}`));
      };
    });
    return new RawClient(socket, welcome, token !== undefined);
  }

  send(frame: Buffer): void {
    this.#socket.send(frame);
  }

  /** Gives up its seat, where it has one, and goes. */
  async leave(): Promise<void> {
    if (this.#isSeated) this.#socket.send(LEAVE);
    await this.#socket.close();
  }
}

function firstLinkOf(packet: string): string | undefined {
  const [, ready] = JSON.parse(packet.slice(2)) as [string, { links: { id: string }[] }];
  return ready.links[0]?.id;
}
