import { describe, expect, it } from '@jest/globals';
import { ask, server } from '../../test/rest-suite.js';

describe('calls by REST', () => {
  const join = (room: string, identity: string) =>
    server.join(identity, { grant: { room, settings: { kind: 'call' } } });

  it("makes one person's device ring another, and tells what became of it", async () => {
    const [ada, ben] = [await join('desk', 'ada'), await join('desk', 'ben')];
    const made = await ask('POST', 'rooms/desk/calls', { caller: 'ada', callee: 'ben' });
    expect(made).toMatchObject({ status: 201, body: { state: 'ringing', caller: { participant: ada.id } } });
    const { id } = made.body as { id: string };
    for (const client of [ada, ben]) expect(await client.next('call')).toMatchObject({ id, state: 'ringing' });
    await ben.request('answer', { call: id, accept: false, reason: 'Later' });
    expect(await ask('GET', `rooms/desk/calls/${id}`)).toMatchObject({
      status: 200,
      body: { state: 'declined', reason: 'Later', endedAt: expect.any(String) },
    });
  });

  it('cancels what rings and ends what goes on, once', async () => {
    const [ada, ben] = [await join('end', 'ada2'), await join('end', 'ben2')];
    const { body } = await ask('POST', 'rooms/end/calls', { caller: 'ada2', callee: 'ben2', video: false });
    const { id } = body as { id: string };
    await ben.next('call');
    expect((await ask('DELETE', `rooms/end/calls/${id}`)).status).toBe(204);
    for (const client of [ada, ben]) await client.next('call', ({ state }) => state === 'cancelled');
    expect((await ask('DELETE', `rooms/end/calls/${id}`)).status).toBe(404);
  });

  it('refuses what cannot be', async () => {
    await join('no', 'ada3');
    const post = (body: object, room = 'no') => ask('POST', `rooms/${room}/calls`, body);
    expect(await post({ caller: 'ada3', callee: 'ada3' })).toMatchObject({ status: 400 });
    expect(await post({ caller: 'nobody', callee: 'ada3' })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    expect(await post({ caller: 'ada3', callee: 'ben' }, 'nowhere')).toMatchObject({ status: 403 });
    await server.join('max', { grant: { room: 'meeting' } });
    expect(await post({ caller: 'max', callee: 'ben' }, 'meeting')).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect(await ask('GET', 'rooms/no/calls/none')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const unkeyed = await fetch(`${server.url}/api/v1/rooms/no/calls/none`);
    expect(unkeyed.status).toBe(401);
  });
});
