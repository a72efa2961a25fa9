/** What was issued to people who were removed, or for a room that is over: tried again and again, it opens nothing. */
import { describe, expect, it } from '@jest/globals';
import { addFigure } from '../../../../bench/report/long-run.js';
import { ask, newRoom, pathOf, server } from '../../test/rest-suite.js';
import type { TestClient } from '../../test/test-client.js';

const TRIES = 50;
const REMOVED = { code: 'removed', message: 'The participant was removed from the room.' };
const CLOSED = { code: 'room-closed', message: 'The room takes nobody new.' };

const remove = async (room: string, id: string) =>
  expect((await ask('DELETE', `${pathOf(room)}/participants/${id}`)).status).toBe(204);

async function check(token: string): Promise<unknown> {
  const response = await fetch(`${server.url}/api/v1/token-checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return response.json();
}

/** Tries to come in, without and with the resume key in turn, and asks by REST what would come of it. */
async function expectRefused(
  who: string,
  { token, resumeKey, refusal, checked }: { token: string; resumeKey: string; refusal: object; checked: object },
): Promise<void> {
  const tries = Array.from({ length: TRIES }, async (_, n) => {
    const client = server.connect({ auth: { token, ...(n % 2 === 0 && { resumeKey }) } });
    const answers = [await client.refusal(), await check(token)];
    client.close();
    return JSON.stringify(answers) === JSON.stringify([refusal, checked]);
  });
  const refused = (await Promise.all(tries)).filter(Boolean).length;
  const name = `${who}: tries with the old token and resume key refused`;
  addFigure({ name, measured: `${refused} of ${TRIES}`, bound: 'all', met: refused === TRIES });
  expect(refused).toBe(TRIES);
}

describe('somebody who was removed', () => {
  const removed = { refusal: REMOVED, checked: { result: 'removed', iceServers: [] } };

  async function enter(
    room: string,
    identity = 'ada',
  ): Promise<{ client: TestClient; token: string; resumeKey: string }> {
    const token = await server.token({ room, identity });
    const client = await server.join(identity, { auth: { token } });
    return { client, token, resumeKey: client.ready.resumeKey };
  }

  it('while there stays out', async () => {
    const room = newRoom();
    const ada = await enter(room);
    await remove(room, ada.client.id);
    await ada.client.disconnected();
    await expectRefused('removed', { ...ada, ...removed });
  });

  it('while away stays out', async () => {
    const room = newRoom();
    const ben = await enter(room, 'ben');
    const ada = await enter(room);
    ada.client.drop();
    await ben.client.next('participant', ({ connection }) => connection === 'away');
    await remove(room, ada.client.id);
    await expectRefused('removed while away', { ...ada, ...removed });
  });

  it('while not there, and the room gone, stays out', async () => {
    const room = newRoom();
    const ada = await enter(room);
    await ada.client.request('leave', {});
    const path = `${pathOf(room)}/people/ada`;
    expect((await ask('DELETE', path)).status).toBe(204);
    await ask('DELETE', pathOf(room));
    await expectRefused('removed while offline', { ...ada, ...removed });
  });

  it('comes back only with a token made since, as somebody new, and cannot go back to the old one', async () => {
    const room = newRoom();
    const ada = await enter(room);
    const ben = await enter(room, 'ben');
    await remove(room, ada.client.id);
    await ada.client.disconnected();
    const token = await server.token({ room, identity: 'ada' });
    const again = await server.join('ada', { auth: { token, resumeKey: ada.resumeKey } });
    expect(again.id).not.toBe(ada.client.id);
    expect(await again.request('renew', { token: ada.token })).toEqual({ ok: false, error: REMOVED });
    await ben.client.settle();
    expect(ben.client.all('goodbye')).toEqual([]);
    const elsewhere = await server.token({ room: newRoom(), identity: 'ada' });
    expect(await check(elsewhere)).toMatchObject({ result: 'accepted' });
  });

  it('needs an API key of the site to be removed by', async () => {
    const room = newRoom();
    const { client, token } = await enter(room);
    const path = `${pathOf(room)}/people/ada`;
    expect((await ask('DELETE', path, undefined, { authorization: `Bearer ${token}` })).status).toBe(401);
    await client.settle();
  });
});

describe('a room', () => {
  const closed = { refusal: CLOSED, checked: { result: 'accepted', access: 'closed', iceServers: [] } };

  it('that was ended is not opened again by those who were in, only by tokens made since', async () => {
    const room = newRoom();
    const token = await server.token({ room, identity: 'ada' });
    const admin = await server.token({ room, identity: 'host', grants: { roomAdmin: true } });
    const ada = await server.join('ada', { auth: { token } });
    const host = await server.join('host', { auth: { token: admin } });
    const { resumeKey } = ada.ready;
    await host.request('moderate', { act: 'end' });
    await ada.disconnected();
    await expectRefused('of an ended room', { token, resumeKey, ...closed });
    const moderator = server.connect({ auth: { token: admin, resumeKey: host.ready.resumeKey } });
    expect(await moderator.refusal()).toEqual(CLOSED);
    expect((await ask('GET', pathOf(room))).status).toBe(404);
    const later = await server.join('ada', { grant: { room }, auth: { resumeKey } });
    expect(later.id).not.toBe(ada.id);
  });

  it('that is closed takes nobody new, however often they try', async () => {
    const room = newRoom();
    await ask('PUT', pathOf(room), { access: 'closed' });
    const token = await server.token({ room, identity: 'ada' });
    await expectRefused('of a closed room', { token, resumeKey: token, ...closed });
  });
});
