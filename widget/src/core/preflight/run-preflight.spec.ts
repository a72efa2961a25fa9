import { describe, expect, it } from '@jest/globals';
import { VideoRoomError } from '../errors.js';
import { FakeConnection } from './fake-connection.js';
import { FakeEnvironment } from './fake-environment.js';
import { PREFLIGHT_CHECKS, type PreflightCheck, type PreflightResult } from './finding.js';
import { runPreflight, type PreflightRequest } from './run-preflight.js';

const TOKEN = `eyJhbGciOiJIUzI1NiJ9.${btoa('{"video":{}}')}.canary-signature`;
const OFF = { wanted: true };

type Change = Partial<PreflightRequest> & { prepare?: (environment: FakeEnvironment) => void };

async function run({ prepare, ...change }: Change = {}) {
  const environment = new FakeEnvironment();
  prepare?.(environment);
  const told: string[] = [];
  const result = await runPreflight({
    environment,
    serverUrl: 'https://calls.example',
    credentials: () => Promise.resolve({ token: TOKEN }),
    deviceStates: { microphone: OFF, camera: OFF },
    measuredMs: 60,
    signal: new AbortController().signal,
    onProgress: ({ finding, done, total }) => told.push(`${finding.check} ${done}/${total}`),
    ...change,
  });
  return { result, told, environment };
}

const saidOf = ({ findings }: PreflightResult, check: PreflightCheck) => {
  const { verdict, code } = findings.find((each) => each.check === check)!;
  return `${verdict} ${code}`;
};
const said = async (check: PreflightCheck, change: Change) => saidOf((await run(change)).result, check);
const prepare = (change: (environment: FakeEnvironment) => void): Change => ({ prepare: change });
const checked = (answer: object, status = 200) =>
  prepare(({ server }) => Object.assign(server, { check: answer, checkStatus: status }));

describe('a preflight', () => {
  it('finds all well, tells each check once, and leaves nothing open', async () => {
    const { result, told } = await run({ prepare: ({ devices }) => (devices.permissions.camera = 'granted') });
    expect(result.findings.map(({ check }) => check)).toEqual(PREFLIGHT_CHECKS);
    expect(new Set(told.map((each) => each.split(' ')[0])).size).toBe(PREFLIGHT_CHECKS.length);
    expect(told.at(-1)).toBe('bandwidth 18/18');
    const codes = new Set(result.findings.map(({ code }) => code));
    expect(codes).toEqual(new Set(['ok', 'device-unasked']));
    expect([result.verdict, result.layers]).toEqual([
      'ok',
      { page: 'ok', devices: 'ok', server: 'ok', token: 'ok', network: 'ok' },
    ]);
    expect(FakeConnection.open).toBe(0);
  });

  it('ends when it is not wanted any more, and tells nothing after that', async () => {
    const abort = new AbortController();
    const told: string[] = [];
    const onProgress: PreflightRequest['onProgress'] = ({ finding }) => {
      told.push(finding.check);
      if (finding.check === 'loopback') abort.abort(new Error('enough'));
    };
    await expect(run({ signal: abort.signal, onProgress })).rejects.toThrow('enough');
    expect(told.at(-1)).toBe('loopback');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([told.at(-1), FakeConnection.open]).toEqual(['loopback', 0]);
    await expect(run({ signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });

  it('says of a check that fails in itself that it did not come to an end', async () => {
    const broken = prepare(({ devices }) => (devices.permission = () => Promise.reject(new Error('broken'))));
    const { result } = await run(broken);
    expect(saidOf(result, 'camera')).toBe('warning not-finished');
    expect(saidOf(result, 'loopback')).toBe('ok ok');
  });

  it('holds no address, token or credential in its text', async () => {
    const { result, environment } = await run({ room: 'r' });
    expect(environment.asked.join()).toContain('canary-signature');
    const all = JSON.stringify(result);
    for (const canary of ['canary', 'eyJ', 'example', '192.0.2.77']) expect(all).not.toContain(canary);
    expect(environment.asked.filter((each) => each.includes('canary')).every((each) => each.startsWith('POST '))).toBe(
      true,
    );
    expect(result.text).toMatch(/^Video Room preflight: ok\n.* s\n\npage: ok\n {2}secure-context: ok\n/);
    const odd = await run(
      prepare(({ server }) => (server.health = { status: 'ok', version: '192.0.2.78', protocol: 9 })),
    );
    expect(odd.result.text).toContain('server: failed protocol-unsupported (version [address])');
  });
});

describe('the page', () => {
  it('has to be secure', async () => {
    const insecure = prepare((environment) => (environment.secure = false));
    expect(await said('secure-context', insecure)).toBe('failed insecure-context');
    expect(await said('camera', insecure)).toBe('warning insecure-context');
  });

  it('names what the browser lacks', async () => {
    const lacking = (...paths: string[]) => prepare(({ lacking }) => paths.forEach((path) => lacking.add(path)));
    const { result } = await run(lacking('RTCPeerConnection', 'RTCRtpSender.prototype.replaceTrack'));
    expect(result.findings[1]).toMatchObject({
      code: 'browser-incomplete',
      detail: { missing: ['RTCPeerConnection', 'replaceTrack'] },
    });
    expect(saidOf(result, 'turn-udp')).toBe('skipped needs-browser');
    expect(await said('browser', lacking('RTCRtpSender.prototype.setParameters'))).toBe('warning browser-limited');
    expect(await said('websocket', lacking('WebSocket'))).toBe('skipped needs-browser');
  });

  it('tells the frame’s fault from the header’s, and what matters less', async () => {
    const policy = (feature: string, allowed: boolean | undefined, framed: boolean) =>
      prepare((environment) => Object.assign(environment, { framed, policies: { [feature]: allowed } }));
    expect(await said('policy-camera', policy('camera', false, true))).toBe('warning blocked-by-frame');
    expect(await said('policy-microphone', policy('microphone', false, false))).toBe('warning blocked-by-header');
    expect(await said('policy-screen', policy('display-capture', false, false))).toBe('warning blocked-by-header');
    expect(await said('policy-autoplay', policy('autoplay', undefined, true))).toBe('skipped not-told');
    expect(await said('camera', policy('camera', false, true))).toBe('warning device-blocked-by-page');
  });
});

describe('devices', () => {
  it('are opened only where the browser does not ask', async () => {
    const { environment, result } = await run(prepare(({ devices }) => (devices.permissions.camera = 'granted')));
    expect(environment.devices.asked).toEqual([{ video: true }]);
    expect(environment.devices.live).toBe(0);
    expect(saidOf(result, 'microphone')).toBe('ok device-unasked');
  });

  it('may be missing, blocked, taken by another program, in use already, or of no use', async () => {
    const missing = prepare(({ devices }) => (devices.present = []));
    expect(await said('camera', missing)).toBe('warning device-not-found');
    const blocked = prepare(({ devices }) => (devices.permissions.camera = 'denied'));
    expect(await said('camera', blocked)).toBe('warning device-blocked');
    const taken = prepare(({ devices }) => {
      devices.permissions.camera = 'granted';
      devices.answer = () => Promise.reject(new DOMException('busy', 'NotReadableError'));
    });
    expect(await said('camera', taken)).toBe('warning device-in-use');
    const error = new VideoRoomError('device-lost', 'gone');
    expect(await said('camera', { deviceStates: { microphone: OFF, camera: { wanted: true, error } } })).toBe(
      'warning device-lost',
    );
    const track = { readyState: 'live' } as MediaStreamTrack;
    expect(await said('camera', { deviceStates: { microphone: OFF, camera: { wanted: true, track } } })).toBe('ok ok');
    const viewer = `h.${btoa('{"video":{"canPublish":false}}')}.s`;
    expect(await said('camera', { credentials: () => Promise.resolve({ token: viewer }) })).toBe('skipped not-needed');
  });
});

describe('the server', () => {
  it('may be down, something else, or of another version', async () => {
    const down = await run(prepare(({ server }) => (server.down = true)));
    expect(saidOf(down.result, 'server')).toBe('failed server-unreachable');
    expect(saidOf(down.result, 'websocket')).toBe('failed websocket-blocked');
    expect(saidOf(down.result, 'clock')).toBe('skipped needs-server');
    expect(saidOf(down.result, 'token')).toBe('skipped needs-server');
    expect(saidOf(down.result, 'turn-udp')).toBe('skipped needs-server');
    expect(
      await said(
        'server',
        prepare(({ server }) => (server.health = 'hello')),
      ),
    ).toBe('failed server-unknown');
    expect(
      await said(
        'server',
        prepare(({ server }) => (server.health = { status: 'ok', protocol: 2 })),
      ),
    ).toBe('failed protocol-unsupported');
    expect(await said('server', { serverUrl: '' })).toBe('failed server-unreachable');
  });

  it('may be kept from the page by a proxy or the page’s own policy', async () => {
    expect(
      await said(
        'websocket',
        prepare(({ server }) => (server.socket = new Error('no'))),
      ),
    ).toBe('failed websocket-blocked');
    expect(
      await said(
        'websocket',
        prepare(({ server }) => (server.socket = 'hello')),
      ),
    ).toBe('failed websocket-blocked');
    const { result } = await run(prepare((environment) => (environment.csp = true)));
    expect([saidOf(result, 'server'), saidOf(result, 'websocket')]).toEqual([
      'failed blocked-by-csp',
      'failed blocked-by-csp',
    ]);
  });

  it('may have another time', async () => {
    const off = (ms: number) =>
      prepare(({ server }) => (server.health = { ...(server.health as object), now: Date.now() + ms }));
    expect(await said('clock', off(29_000))).toBe('ok ok');
    const { result } = await run(off(95_000));
    expect(result.findings.find(({ check }) => check === 'clock')).toMatchObject({
      verdict: 'warning',
      code: 'clock-off',
      detail: { seconds: 95, direction: 'behind' },
    });
  });
});

describe('the token', () => {
  it.each([
    ['expired', 'token-expired'],
    ['not-yet-valid', 'token-not-yet-valid'],
    ['other-room', 'token-other-room'],
    ['other-origin', 'token-other-origin'],
    ['origin-not-allowed', 'origin-not-allowed'],
    ['removed', 'removed'],
    ['refused', 'token-refused'],
    ['something newer', 'token-refused'],
  ])('is %s', async (result, code) => {
    const found = await run(checked({ result, iceServers: [] }));
    expect(saidOf(found.result, 'token')).toBe(`failed ${code}`);
    expect(saidOf(found.result, 'stun')).toBe('skipped needs-token');
  });

  it('may let one wait, or into a room that is closed; then no relay is tried', async () => {
    const waits = await run(checked({ result: 'accepted', access: 'knock', iceServers: [] }));
    expect([saidOf(waits.result, 'token'), saidOf(waits.result, 'turn-udp')]).toEqual([
      'ok token-waits',
      'skipped needs-admission',
    ]);
    expect(await said('token', checked({ result: 'accepted', access: 'closed' }))).toBe('warning room-closed');
  });

  it('may not be there, or not be checked', async () => {
    const without = (code: 'token-missing' | 'token-endpoint-failed') =>
      said('token', { credentials: () => Promise.reject(new VideoRoomError(code, 'none')) });
    expect(await without('token-missing')).toBe('failed token-missing');
    expect(await without('token-endpoint-failed')).toBe('failed token-endpoint-failed');
    expect(await said('token', checked({}, 429))).toBe('skipped rate-limited');
    expect(await said('token', checked({}, 404))).toBe('skipped not-told');
    expect(await said('token', checked({}, 400))).toBe('failed token-refused');
  });

  it('is checked where its endpoint says, for the room that the page says', async () => {
    const credentials = () => Promise.resolve({ token: TOKEN, serverUrl: 'wss://other.example/' });
    const { environment } = await run({ credentials, room: 'weekly' });
    expect(environment.asked.every((each) => each.includes(' https://other.example/'))).toBe(true);
    expect(environment.asked.find((each) => each.startsWith('POST'))).toContain('"room":"weekly"');
  });
});

describe('the network', () => {
  const failing = (errors: Record<string, number | 'silent'>) =>
    prepare(({ network }) => Object.assign(network.errors, errors));
  const [UDP, TCP, TLS] = ['turn:t.example', 'turn:t.example?transport=tcp', 'turns:t.example'] as const;

  it('tells wrong credentials from what cannot be reached, by transport', async () => {
    const { result } = await run(failing({ [UDP]: 401, [TCP]: 701, [TLS]: 508 }));
    expect(saidOf(result, 'turn-udp')).toBe('failed turn-wrong-credential');
    expect(saidOf(result, 'turn-tcp')).toBe('failed turn-unreachable');
    expect(saidOf(result, 'turn-tls')).toBe('failed turn-failed');
    expect(saidOf(result, 'loopback')).toBe('skipped needs-relay');
    expect(saidOf(result, 'bandwidth')).toBe('skipped needs-relay');
    expect([result.layers.network, result.verdict]).toEqual(['failed', 'failed']);
  });

  it('takes one transport that works as enough', async () => {
    const { result } = await run(failing({ [UDP]: 'silent', [TLS]: 701, 'stun:s.example': 701 }));
    expect(saidOf(result, 'turn-udp')).toBe('warning udp-blocked');
    expect(saidOf(result, 'turn-tls')).toBe('warning turn-tls-failed');
    expect(saidOf(result, 'turn-tcp')).toBe('ok ok');
    expect(saidOf(result, 'stun')).toBe('warning stun-unreachable');
    expect([saidOf(result, 'loopback'), result.verdict]).toEqual(['ok ok', 'warning']);
  });

  it('is tried with the servers of the session, whatever the token would get', async () => {
    const iceServers = [{ urls: ['turn:own.example?transport=tcp'], username: 'u', credential: 'c' }];
    for (const answer of [{ result: 'expired' }, { result: 'accepted', access: 'closed' }]) {
      const { result } = await run({ ...checked(answer), iceServers });
      expect([saidOf(result, 'turn-tcp'), saidOf(result, 'loopback')]).toEqual(['ok ok', 'ok ok']);
      expect(saidOf(result, 'turn-udp')).toBe('skipped not-configured');
    }
    expect(saidOf((await run({ iceServers: [] })).result, 'turn-udp')).toBe('skipped not-configured');
  });

  it('may have no servers, a relay that lets nothing through, or a slow one', async () => {
    const { result } = await run(checked({ result: 'accepted', access: 'open', iceServers: [] }));
    expect([saidOf(result, 'stun'), saidOf(result, 'turn-tls')]).toEqual([
      'skipped not-configured',
      'skipped not-configured',
    ]);
    const deaf = await run(prepare(({ network }) => (network.loopback = false)));
    expect([saidOf(deaf.result, 'loopback'), saidOf(deaf.result, 'bandwidth')]).toEqual([
      'failed relay-blocked',
      'skipped needs-relay',
    ]);
    const slow = prepare(({ network }) => (network.everyMs = 900));
    expect(await said('bandwidth', slow)).toBe('warning bandwidth-low');
  });
});
