import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkBetween, offer } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';
import { VERSION } from '../project.js';

describe('signaling', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ STUN_URLS: 'stun:s.example:3478', LOG_LEVEL: 'debug' });
  });
  afterAll(() => server.stop());

  const inRoom = (room: string) => (identity: string) => server.join(identity, { grant: { room } });

  it('says ready first of all, with the whole truth', async () => {
    const ada = await server.join('ada', {
      grant: { room: 'truth', name: ' Ada\u202e ', metadata: 'm', attributes: { a: 'b' }, settings: { capacity: 5 } },
      auth: { media: { microphone: true, camera: false } },
    });
    expect(ada.received[0]?.type).toBe('ready');
    expect(ada.ready).toEqual({
      protocol: 1,
      server: { version: VERSION, startedAt: expect.any(Number) },
      engine: 'mesh',
      room: {
        name: 'truth',
        kind: 'meeting',
        access: 'open',
        capacity: 5,
        metadata: '',
        showWatchers: false,
        createdAt: expect.any(Number),
      },
      admitted: true,
      you: expect.stringMatching(/^[0-9a-z]{26}$/),
      resumeKey: expect.any(String),
      participants: [
        {
          id: ada.id,
          identity: 'ada',
          name: 'Ada',
          metadata: 'm',
          attributes: { a: 'b' },
          connection: 'online',
          media: { microphone: true, camera: false, screen: false, screenAudio: false },
          choices: { doNotDisturb: false, addUp: false, live: false, watching: false, handRaised: false },
          inCall: false,
          rights: {
            publish: ['microphone', 'camera', 'screen', 'screenAudio'],
            subscribe: true,
            publishData: true,
            admin: false,
          },
          joinedAt: expect.any(Number),
        },
      ],
      links: [],
      calls: [],
      messages: [],
      iceServers: [{ urls: ['stun:s.example:3478'] }],
    });
  });

  it('tells both ends of their link, the newcomer to make the first offer', async () => {
    const join = inRoom('pair');
    const ada = await join('ada');
    const ben = await join('ben');
    expect(await ada.next('participant')).toMatchObject({ id: ben.id, identity: 'ben', connection: 'online' });
    const link = await ada.next('link');
    expect(link).toMatchObject({ peer: ben.id, polite: true, state: 'open' });
    expect(ben.ready.links).toEqual([{ id: link.id, peer: ada.id, polite: false, state: 'open' }]);
    expect(ben.ready.participants.map(({ identity }) => identity)).toEqual(['ada', 'ben']);
  });

  it('relays signals along the link, stamped, and nothing else of them', async () => {
    const join = inRoom('relay');
    const ada = await join('ada');
    const ben = await join('ben');
    const { id } = linkBetween(ben, ada);
    const candidate = {
      candidate: 'candidate:1 1 udp 1 192.0.2.7 9 typ host',
      sdpMid: '0',
      sdpMLineIndex: 0,
      usernameFragment: 'u',
    };
    expect(await ben.request('signal', { ...offer(id), from: 'ada', extra: 1 })).toEqual({ ok: true });
    expect(
      await ben.request('signal', { link: id, seq: 2, kind: 'candidate', candidate: { ...candidate, x: 1 } }),
    ).toEqual({
      ok: true,
    });
    const shared = { ...offer(id, 3), sources: { '2': 'screen' as const } };
    const view = { link: id, seq: 4, kind: 'view', camera: [640, 360], screen: [0, 0] } as const;
    expect(await ben.request('signal', shared)).toEqual({ ok: true });
    expect(await ben.request('signal', { ...view, x: 1 })).toEqual({ ok: true });
    await ada.next('signal', ({ seq }) => seq === 4);
    expect(ada.all('signal')).toEqual([
      { ...offer(id), from: ben.id },
      { link: id, seq: 2, kind: 'candidate', candidate, from: ben.id },
      { ...shared, from: ben.id },
      { ...view, from: ben.id },
    ]);
    expect(ben.all('signal')).toEqual([]);
  });

  it('relays to nobody but the other end', async () => {
    const join = inRoom('apart');
    const [ada, ben, eve] = [await join('ada'), await join('ben'), await inRoom('elsewhere')('eve')];
    const { id } = linkBetween(ben, ada);
    const targets = [
      id,
      ada.id,
      eve.id,
      '',
      'unknown',
      '__proto__',
      'constructor',
      'r',
      'x'.repeat(256),
      ben.socket.id,
    ];
    for (const link of targets) {
      expect(await eve.request('signal', offer(link ?? ''))).toMatchObject({
        ok: false,
        error: { code: 'no-such-link' },
      });
    }
    const odd = [[id], { id }, null, 1, 'x'.repeat(257), true];
    for (const link of odd) {
      expect(await ben.request('signal', { ...offer(id), link })).toMatchObject({ error: { code: 'bad-message' } });
    }
    await Promise.all([ada.settle(), ben.settle()]);
    expect([...ada.all('signal'), ...ben.all('signal')]).toEqual([]);
  });

  it('relays nothing over a link that closed', async () => {
    const join = inRoom('closed');
    const [ada, ben, cem] = [await join('ada'), await join('ben'), await join('cem')];
    const { id } = linkBetween(cem, ada);
    expect(await ada.request('leave', {})).toEqual({ ok: true });
    await cem.next('link', (link) => link.state === 'closed');
    await ada.disconnected();
    expect(await cem.request('signal', offer(id))).toMatchObject({ error: { code: 'no-such-link' } });
    expect(await ben.next('participant', ({ connection }) => connection === 'left')).toMatchObject({
      leaveReason: 'left',
    });
    expect(ada.all('participant').every(({ connection }) => connection === 'online')).toBe(true);
  });

  it('tells everybody of a new name and state, cleaned', async () => {
    const join = inRoom('update');
    const [ada, ben] = [await join('ada'), await join('ben')];
    expect(
      await ben.request('update', { name: '\u0000 Ben \n B. ', media: { microphone: true, camera: true } }),
    ).toEqual({
      ok: true,
    });
    for (const client of [ada, ben]) {
      const record = await client.next('participant', ({ name }) => name === 'Ben B.');
      expect(record).toMatchObject({ id: ben.id, media: { microphone: true, camera: true } });
    }
  });

  it('refuses what the token does not allow', async () => {
    const viewer = await server.join('viewer', { grant: { room: 'rights', grants: { canPublish: false } } });
    const reply = await viewer.request('update', { media: { microphone: true, camera: false } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    const other = await server.join('other', { grant: { room: 'rights', grants: { canPublish: false } } });
    expect(other.ready.links).toEqual([]);
  });

  it('says refused when no acknowledgement was asked for', async () => {
    const ada = await inRoom('refused')('ada');
    ada.socket.emit('signal', offer('nowhere'));
    expect(await ada.next('refused')).toMatchObject({ code: 'no-such-link' });
  });

  it('seats exactly as many as fit', async () => {
    const token = await server.token({ room: 'small', settings: { capacity: 3 } });
    const clients = Array.from({ length: 12 }, () => server.connect({ auth: { token } }));
    const outcomes = await Promise.all(
      clients.map((client) =>
        Promise.any([client.next('ready').then(() => 'seated'), client.refusal().then(({ code }) => code)]),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'seated')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'room-full')).toHaveLength(9);
  });

  it('writes no token, resume key or description to the log', async () => {
    const join = inRoom('quiet');
    const [ada, ben] = [await join('ada'), await join('ben')];
    await ben.request('signal', { ...offer(linkBetween(ben, ada).id), sdp: 'v=0\r\na=ice-pwd:canary' });
    await server.connect({ auth: { token: 'canary' } }).refusal();
    expect(server.log()).toContain(`${linkBetween(ben, ada).id}:1`);
    expect(server.log()).not.toMatch(/canary|eyJ|v=0/);
  });
});
