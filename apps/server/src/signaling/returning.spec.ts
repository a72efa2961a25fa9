import { afterEach, describe, expect, it } from '@jest/globals';
import { linkBetween, newInstance, offer, type TestClient } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const GRACE_MS = 150;
const PATIENT = { rooms: { capacity: 12, awayGraceMs: 60_000, returnGraceMs: 60_000 } };
const HASTY = { rooms: { capacity: 12, awayGraceMs: GRACE_MS, returnGraceMs: GRACE_MS } };

describe('coming back', () => {
  const servers: TestServer[] = [];
  const start = async (setup = PATIENT) => {
    const server = await startServer({}, { setup });
    servers.push(server);
    return server;
  };
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  const isAway = (client: TestClient) => client.next('participant', ({ connection }) => connection === 'away');

  it('finds the same seat and links, and the others see it online again', async () => {
    const server = await start();
    const ada = await server.join('ada');
    const instance = newInstance();
    const ben = await server.join('ben', { auth: { instance } });
    ben.drop();
    await isAway(ada);
    const back = await server.join('ben', { auth: { instance, resumeKey: ben.ready.resumeKey } });
    expect(back.id).toBe(ben.id);
    expect(back.ready.links).toEqual(ben.ready.links);
    await ada.settle();
    expect(ada.all('participant').map(({ connection }) => connection)).toEqual(['online', 'away', 'online']);
    expect(ada.all('link')).toHaveLength(1);
  });

  it('gets what was held, in order, right after ready', async () => {
    const server = await start();
    const instance = newInstance();
    const ada = await server.join('ada', { auth: { instance } });
    const ben = await server.join('ben');
    const { id } = linkBetween(ben, ada);
    ada.drop();
    await isAway(ben);
    const seqs = Array.from({ length: 200 }, (_, n) => n + 1);
    const replies = await Promise.all(seqs.map((seq) => ben.request('signal', offer(id, seq))));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    const back = server.connect({
      auth: { token: await server.token({ identity: 'ada' }), instance, resumeKey: ada.ready.resumeKey },
    });
    const later = Array.from({ length: 50 }, (_, n) => n + 201);
    for (const seq of later) ben.socket.emit('signal', offer(id, seq));
    await back.until('all signals', () => back.all('signal').length === 250);
    expect(back.received[0]?.type).toBe('ready');
    expect(back.all('signal').map(({ seq }) => seq)).toEqual([...seqs, ...later]);
  });

  it('is not waited for without bound', async () => {
    const server = await start({ ...PATIENT });
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const { id } = linkBetween(ben, ada);
    ada.drop();
    await isAway(ben);
    const replies = await Promise.all(Array.from({ length: 260 }, (_, n) => ben.request('signal', offer(id, n + 1))));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(256);
    expect(replies.at(-1)).toMatchObject({ ok: false, error: { code: 'queue-full' } });
  });

  it('gives a reloaded page new links, and none of the old signals', async () => {
    const server = await start();
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const old = linkBetween(ben, ada);
    await ada.request('leave', { returning: true });
    await isAway(ben);
    expect(await ben.request('signal', offer(old.id))).toEqual({ ok: true });
    const back = await server.join('ada', { auth: { resumeKey: ada.ready.resumeKey } });
    expect(back.id).toBe(ada.id);
    const links = await ben
      .next('link', ({ state, id }) => state === 'open' && id !== old.id)
      .then(() => ben.all('link'));
    expect(links.map(({ id, state }) => [id === old.id, state])).toEqual([
      [true, 'closed'],
      [false, 'open'],
    ]);
    await back.settle();
    expect(back.all('signal')).toEqual([]);
    expect(ben.all('participant').some(({ connection }) => connection === 'left')).toBe(false);
  });

  it('is told to others exactly once when it does not happen', async () => {
    const server = await start(HASTY);
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    ben.drop();
    await ada.next('participant', ({ connection }) => connection === 'left');
    await ada.settle();
    expect(ada.all('participant').map(({ connection, leaveReason }) => leaveReason ?? connection)).toEqual([
      'online',
      'away',
      'lost',
    ]);
    expect(ada.all('link').map(({ state }) => state)).toEqual(['open', 'closed']);
    const back = await server.join('ben', { auth: { resumeKey: ben.ready.resumeKey } });
    expect(back.id).not.toBe(ben.id);
  });

  it('works on a server that lost its memory: same ids, same links', async () => {
    const server = await start();
    const people = ['ada', 'ben'].map((identity) => ({ identity, instance: newInstance() }));
    const before: TestClient[] = [];
    for (const { identity, instance } of people) before.push(await server.join(identity, { auth: { instance } }));
    const [ada, ben] = before as [TestClient, TestClient];
    const { id } = linkBetween(ben, ada);
    const restarted = await start();
    const after = await Promise.all(
      people.map(({ identity, instance }, n) =>
        restarted.join(identity, { auth: { instance, resumeKey: before[n]?.ready.resumeKey } }),
      ),
    );
    expect(after.map((client) => client.id)).toEqual(before.map((client) => client.id));
    const [adaAgain, benAgain] = after as [TestClient, TestClient];
    await adaAgain.until('the link', () => [...adaAgain.ready.links, ...adaAgain.all('link')].length > 0);
    expect(linkBetween(adaAgain, benAgain)).toEqual(linkBetween(ada, ben));
    await benAgain.until('the link', () => [...benAgain.ready.links, ...benAgain.all('link')].length > 0);
    expect(linkBetween(benAgain, adaAgain).id).toBe(id);
  });

  it('replaces an earlier connection of the same seat, which is told so', async () => {
    const server = await start();
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const again = await server.join('ben', { auth: { resumeKey: ben.ready.resumeKey } });
    expect(again.id).toBe(ben.id);
    expect(await ben.next('goodbye')).toEqual({ reason: 'replaced' });
    await ben.disconnected();
    await ada.settle();
    expect(ada.all('participant').every(({ connection }) => connection === 'online')).toBe(true);
    expect(again.ready.participants).toHaveLength(2);
  });

  it.each(['forged', 'of another person'])('with a resume key %s is a new arrival', async (kind) => {
    const server = await start();
    const ada = await server.join('ada');
    const resumeKey = kind === 'forged' ? 'x.y.z' : ada.ready.resumeKey;
    const eve = await server.join('eve', { auth: { resumeKey } });
    expect(eve.id).not.toBe(ada.id);
    expect(ada.all('goodbye')).toEqual([]);
  });
});
