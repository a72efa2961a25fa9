/** What every spec of a session begins with: a server that does what it is told, and a session without devices. */
import { afterEach, beforeAll, beforeEach } from '@jest/globals';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { VideoRoomError } from './errors.js';
import type { DevicePort } from './media/device-port.js';
import { ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';
import type { TokenSource } from './token-source.js';

export const noDevices: DevicePort = {
  open: () => Promise.reject(new VideoRoomError('device-not-found', 'none')),
  permission: () => Promise.resolve(undefined),
  listing: () => Promise.resolve({ list: () => Promise.resolve([]), watch: () => () => {} }),
};

export class SessionScene {
  server!: ScriptedServer;
  session!: Session;
  page!: EventTarget;
  /** One for each stay in a room. */
  engines!: FakeEngine[];

  /** A new one for each test of the suite that is being described. */
  static forEachTest(): SessionScene {
    const scene = new SessionScene();
    // It comes by itself, but not by any time.
    beforeAll(() => import('./connection-care.js'));
    beforeEach(() => scene.#begin());
    afterEach(() => scene.#end());
    return scene;
  }

  /** The one of the last stay in a room. */
  readonly engine = (): FakeEngine => this.engines[this.engines.length - 1] as FakeEngine;
  readonly phase = (wanted: string): Promise<unknown> => until(() => this.session.state.phase === wanted);
  readonly seen = (): string[] => [...this.session.state.participants.keys()];

  readonly join = async (token: string | TokenSource = 'token'): Promise<void> => {
    this.session.join({ serverUrl: this.server.url, token, name: 'Me' });
    await this.phase('joined');
  };

  async #begin(): Promise<void> {
    this.server = new ScriptedServer();
    await this.server.start();
    this.engines = [];
    this.page = new EventTarget();
    const engine = () => {
      const made = new FakeEngine();
      this.engines.push(made);
      return made;
    };
    this.session = new Session({ engine, devices: noDevices, storage: undefined, page: this.page, quietLossMs: 0 });
  }

  async #end(): Promise<void> {
    this.session.close();
    await this.server.stop();
  }
}
