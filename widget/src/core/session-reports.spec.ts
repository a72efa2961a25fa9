import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeEngine } from './engine/fake/fake-engine.js';
import { FakeDevices } from './media/fake-devices.js';
import { ScriptedServer, until } from './scripted-server.js';
import { Session } from './session.js';

describe('a session tells how its links did', () => {
  let server: ScriptedServer;
  let session: Session;
  let engine: FakeEngine;
  let asked: number;

  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
    asked = 0;
    engine = new FakeEngine();
    engine.reports = () => {
      asked += 1;
      return Promise.resolve(new Map());
    };
    session = new Session({
      engine: () => engine,
      devices: new FakeDevices(),
      storage: undefined,
      page: undefined,
    });
  });

  afterEach(async () => {
    session.close();
    await server.stop();
  });

  async function failAndLeave(): Promise<string[]> {
    session.join({ serverUrl: server.url, token: 'token' });
    // What is loaded in a room is there.
    await until(() => asked > 0);
    engine.say('link', { peer: 'ben', phase: 'failed' });
    session.leave();
    const told = () => server.messages.map(({ type }) => type).filter((type) => type === 'report' || type === 'leave');
    await until(() => told().includes('leave'));
    return told();
  }

  it('before it leaves, if the server asks for it', async () => {
    server.ready = { ...server.ready, reports: true };
    expect(await failAndLeave()).toEqual(['report', 'leave']);
    expect(server.messages.find(({ type }) => type === 'report')?.payload).toEqual({
      failures: { 'no-candidates': 1 },
    });
  });

  it('otherwise to nobody', async () => {
    expect(await failAndLeave()).toEqual(['leave']);
  });
});
