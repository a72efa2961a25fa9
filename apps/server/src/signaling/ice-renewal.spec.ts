import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { IceMessage, IceServer } from '@video-room/protocol';
import type { ServerLog } from '../log/server-log.js';
import type { ServerSetup } from '../server-setup.js';
import { IceRenewal } from './ice-renewal.js';
import type { SignalingSocket } from './signaling-socket.js';

const STUN = { stunUrls: ['stun:s.example'], turnUrls: [], turnTtlSeconds: 600 };
const TURN = { ...STUN, turnUrls: ['turn:t.example'], turnSecret: 'a-secret-of-the-relay' };

/** As much of a socket as is needed, and what it was told. */
function fakeSocket(participant: string) {
  const told: IceMessage[] = [];
  const emit = (type: string, message: IceMessage) => type === 'ice' && told.push(message);
  return { told, socket: { data: { holder: { participant } }, emit } as unknown as SignalingSocket };
}

/** Until when the credentials of these count, in seconds since 1970. */
const expiryOf = (servers: readonly IceServer[] | undefined): number =>
  Number(servers?.find(({ username }) => username)?.username?.split(':')[0]);

describe('credentials for relays', () => {
  let renewal: IceRenewal;
  const warn = jest.fn();

  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    renewal.onModuleDestroy();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  const start = (ice: ServerSetup['ice']) =>
    (renewal = new IceRenewal({ ice } as ServerSetup, { warn } as unknown as ServerLog));

  it('are renewed again and again while half of their life is left', () => {
    const { socket, told } = fakeSocket('p1');
    let last = start(TURN).begin(socket, false);
    for (let times = 1; times <= 7; times += 1) {
      jest.advanceTimersByTime(300_000);
      expect(told).toHaveLength(times);
      expect(expiryOf(last) - Date.now() / 1000).toBeGreaterThan(299);
      last = told.at(-1)?.iceServers ?? [];
      expect(last[1]?.username).toMatch(/:p1$/);
    }
  });

  it('go to nobody who is gone, and count anew for whoever gets another ready', () => {
    const [gone, back] = [fakeSocket('gone'), fakeSocket('back')];
    start(TURN).begin(gone.socket, false);
    renewal.begin(back.socket, false);
    jest.advanceTimersByTime(200_000);
    renewal.end(gone.socket);
    renewal.begin(back.socket, false);
    jest.advanceTimersByTime(200_000);
    expect([gone.told.length, back.told.length]).toEqual([0, 0]);
    jest.advanceTimersByTime(101_000);
    expect([gone.told.length, back.told.length]).toEqual([0, 1]);
  });

  it('of very many who came at once go out in parts, with one timer', () => {
    start(TURN);
    const sockets = Array.from({ length: 250 }, (_, index) => fakeSocket(`p${index}`));
    for (const { socket } of sockets) renewal.begin(socket, false);
    expect(jest.getTimerCount()).toBe(1);
    const told = () => sockets.filter(({ told: messages }) => messages.length === 1).length;
    jest.advanceTimersByTime(300_000);
    expect(told()).toBe(100);
    jest.advanceTimersByTime(100);
    expect(told()).toBe(250);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('are none where there is no relay, so nothing has to be renewed', () => {
    const { socket, told } = fakeSocket('p1');
    expect(start(STUN).begin(socket, false)).toEqual([{ urls: ['stun:s.example'] }]);
    jest.advanceTimersByTime(3_600_000);
    expect(told).toEqual([]);
  });

  it('are missed once in the log where somebody reaches nobody without a relay', () => {
    start(TURN).begin(fakeSocket('p1').socket, true);
    renewal.onModuleDestroy();
    start(STUN).begin(fakeSocket('p2').socket, false);
    expect(warn).not.toHaveBeenCalled();
    for (const id of ['p3', 'p4']) renewal.begin(fakeSocket(id).socket, true);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
