import { describe, expect, it } from '@jest/globals';
import { ask, newRoom, pathOf, server } from '../../test/rest-suite.js';
import { linkBetween, type TestClient } from '../../test/test-client.js';

const RELAYED = 'candidate:1 1 udp 41885439 203.0.113.7 49203 typ relay raddr 0.0.0.0 rport 0';
const HOST = 'candidate:1 1 udp 2122260223 192.168.1.5 51234 typ host';

describe('relay-only', () => {
  const candidate = (link: string, text: string, seq = 1) => ({
    link,
    seq,
    kind: 'candidate',
    candidate: { candidate: text, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'u' },
  });

  async function meet(room: string, settings: object, ownSettings: object = settings): Promise<TestClient[]> {
    const ada = await server.join('ada', { grant: { room, settings } });
    const ben = await server.join('ben', { grant: { room, settings: ownSettings } });
    await ada.next('link');
    return [ada, ben];
  }

  it('rooms say so, and no way but over a relay is passed on', async () => {
    const [ada, ben] = (await meet(newRoom(), { relayOnly: true })) as [TestClient, TestClient];
    expect(ada.ready.room.relayOnly).toBe(true);
    const { id, relayOnly } = linkBetween(ben, ada);
    expect([relayOnly, linkBetween(ada, ben).relayOnly]).toEqual([true, true]);
    const refused = { ok: false, error: { code: 'relay-only' } };
    expect(await ben.request('signal', candidate(id, HOST))).toMatchObject(refused);
    const sdp = `v=0\r\na=${HOST}\r\n`;
    expect(await ben.request('signal', { link: id, seq: 2, kind: 'offer', sdp })).toMatchObject(refused);
    expect(await ada.request('signal', { link: id, seq: 1, kind: 'answer', offer: 2, sdp })).toMatchObject(refused);
    expect(await ben.request('signal', candidate(id, RELAYED, 3))).toEqual({ ok: true });
    expect((await ada.next('signal')).seq).toBe(3);
    expect(ada.all('signal')).toHaveLength(1);
    expect(ben.all('signal')).toEqual([]);
  });

  it('holds for what waits for somebody who is away, too', async () => {
    const [ada, ben] = (await meet(newRoom(), { relayOnly: true })) as [TestClient, TestClient];
    const { id } = linkBetween(ben, ada);
    ada.drop();
    await ben.next('participant', ({ connection }) => connection === 'away');
    expect(await ben.request('signal', candidate(id, HOST))).toMatchObject({ error: { code: 'relay-only' } });
    expect(await ben.request('signal', candidate(id, RELAYED, 2))).toEqual({ ok: true });
  });

  it('is a matter of one alone where its token says so, at both ends of its links and of no others', async () => {
    const room = newRoom();
    const [ada, ben] = (await meet(room, {}, { ownRelayOnly: true })) as [TestClient, TestClient];
    const cyd = await server.join('cyd', { grant: { room } });
    expect(ada.ready.room).not.toHaveProperty('relayOnly');
    expect([linkBetween(ada, ben), linkBetween(cyd, ben)]).toMatchObject([{ relayOnly: true }, { relayOnly: true }]);
    const { id, relayOnly } = linkBetween(cyd, ada);
    expect(relayOnly).toBeUndefined();
    const refused = await ada.request('signal', candidate(linkBetween(ada, ben).id, HOST));
    expect(refused).toMatchObject({ error: { code: 'relay-only' } });
    expect(await cyd.request('signal', candidate(id, HOST))).toEqual({ ok: true });
  });

  it('decided in mid-call ends what knows addresses, and begins anew', async () => {
    const room = newRoom();
    const [ada, ben] = (await meet(room, {})) as [TestClient, TestClient];
    const { id } = linkBetween(ben, ada);
    const put = (relayOnly: boolean) => ask('PUT', pathOf(room), { relayOnly });
    expect(await put(true)).toMatchObject({ status: 200, body: { relayOnly: true } });
    await ada.next('link', (link) => link.id === id && link.state === 'closed');
    const opened = await ada.next('link', ({ relayOnly, state }) => relayOnly === true && state === 'open');
    expect(opened.id).not.toBe(id);
    expect(await ben.request('signal', candidate(id, HOST))).toMatchObject({ error: { code: 'no-such-link' } });
    expect(await ben.request('signal', candidate(opened.id, HOST))).toMatchObject({ error: { code: 'relay-only' } });
    expect(await put(false)).toMatchObject({ body: { relayOnly: false } });
    await ada.next('link', (link) => link.id === opened.id && link.state === 'closed');
    expect(await ben.request('signal', candidate(id, HOST, 2))).toEqual({ ok: true });
  });
});
