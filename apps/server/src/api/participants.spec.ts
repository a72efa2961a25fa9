import { describe, expect, it } from '@jest/globals';
import { ask, newRoom, pathOf, server } from '../../test/rest-suite.js';
import { newInstance, type TestClient } from '../../test/test-client.js';
import type { ParticipantResource } from './participant-resource.js';

describe('/api/v1/rooms/{room}/participants', () => {
  const peopleOf = (room: string, client?: TestClient) =>
    `${pathOf(room)}/participants${client ? `/${client.id}` : ''}`;
  const list = async (room: string) =>
    ((await ask('GET', peopleOf(room))).body as { participants: ParticipantResource[] }).participants;

  it('are all who are there, those who wait or hide included', async () => {
    const room = newRoom();
    await ask('PUT', pathOf(room), { access: 'knock' });
    const eve = await server.join('eve', { grant: { room, name: 'Eve', grants: { roomAdmin: true, hidden: true } } });
    const ada = await server.join('ada', { grant: { room } });
    expect(await list(room)).toEqual([
      {
        id: eve.id,
        identity: 'eve',
        name: 'Eve',
        metadata: '',
        attributes: {},
        connection: 'online',
        admitted: true,
        hidden: true,
        rights: {
          publish: ['microphone', 'camera', 'screen', 'screenAudio'],
          subscribe: true,
          publishData: true,
          admin: true,
        },
        media: { microphone: false, camera: false, screen: false, screenAudio: false },
        choices: { doNotDisturb: false, addUp: false, live: false, watching: false, handRaised: false },
        inCall: false,
        onStage: false,
        joinedAt: expect.any(String),
      },
      expect.objectContaining({ id: ada.id, identity: 'ada', admitted: false, hidden: false }),
    ]);
    expect(ada.ready.participants.map(({ id }) => id)).toEqual([ada.id]);
  });

  it('are called otherwise and may do otherwise while they are there, over reloads too', async () => {
    const room = newRoom();
    const ada = await server.join('ada', { grant: { room } });
    const ben = await server.join('ben', { grant: { room } });
    await ada.request('update', { media: { microphone: true, camera: true } });
    const change = { name: 'Ada L.', rights: { publish: ['microphone'] } };
    const changed = await ask('PATCH', peopleOf(room, ada), change);
    const rights = { publish: ['microphone'], subscribe: true, publishData: true, admin: false };
    const expected = {
      name: 'Ada L.',
      rights,
      media: { microphone: true, camera: false, screen: false, screenAudio: false },
    };
    expect(changed).toMatchObject({ status: 200, body: { id: ada.id, ...expected } });
    for (const client of [ada, ben]) {
      expect(await client.next('participant', ({ name }) => name === 'Ada L.')).toMatchObject(expected);
    }
    const refused = await ada.request('update', { media: { microphone: true, camera: true } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    const back = await server.join('ada', { grant: { room }, auth: { resumeKey: ada.ready.resumeKey } });
    expect((await list(room))[0]).toMatchObject({ id: ada.id, name: 'Ada L.', rights });
    expect(back.id).toBe(ada.id);
  });

  it('lose and get links with their rights, and both ends are told', async () => {
    const room = newRoom();
    const ada = await server.join('ada', { grant: { room } });
    const ben = await server.join('ben', { grant: { room, grants: { canPublish: false } } });
    const [link] = ben.ready.links;
    await ask('PATCH', peopleOf(room, ada), { rights: { publish: [] } });
    for (const client of [ada, ben])
      await client.next('link', ({ id, state }) => id === link?.id && state === 'closed');
    await ask('PATCH', peopleOf(room, ada), { rights: { publish: ['camera'] } });
    for (const client of [ada, ben]) {
      await client.until('the link again', () => client.all('link').at(-1)?.state === 'open');
      expect(client.all('link').at(-1)?.id).toBe(link?.id);
    }
  });

  it('are removed on all their devices and do not come back with what they have', async () => {
    const room = newRoom();
    const token = await server.token({ room, identity: 'ada' });
    const instance = newInstance();
    const ada = server.connect({ auth: { token, instance } });
    await ada.next('ready');
    const phone = await server.join('ada', { grant: { room } });
    const ben = await server.join('ben', { grant: { room } });
    expect((await ask('DELETE', `${peopleOf(room, ada)}?message=Enough`)).status).toBe(204);
    for (const client of [ada, phone]) {
      expect(await client.next('goodbye')).toEqual({ reason: 'removed', message: 'Enough' });
      await client.disconnected();
    }
    await ben.until('both to be gone', () => ben.all('participant').length === 2);
    for (const participant of ben.all('participant')) {
      expect(participant).toMatchObject({ identity: 'ada', connection: 'left', leaveReason: 'removed' });
    }
    for (const resumeKey of [undefined, ada.ready.resumeKey]) {
      const again = server.connect({ auth: { token, instance, resumeKey } });
      expect(await again.refusal()).toMatchObject({ code: 'removed' });
    }
    const other = await server.join('ada', { grant: { room: newRoom() } });
    expect(other.ready.participants).toHaveLength(1);
  });

  it('may come back as somebody new with a token made after their removal, and have to knock again', async () => {
    const room = newRoom();
    const ada = await server.join('ada', { grant: { room } });
    await ask('PUT', pathOf(room), { access: 'knock' });
    await ask('DELETE', peopleOf(room, ada));
    const again = await server.join('ada', { grant: { room }, auth: { resumeKey: ada.ready.resumeKey } });
    expect(again.id).not.toBe(ada.id);
    expect(again.ready.admitted).toBe(false);
  });

  it('are let in, with an answer if there is no free seat', async () => {
    const room = newRoom();
    await ask('PUT', pathOf(room), { access: 'knock', capacity: 1 });
    const ada = await server.join('ada', { grant: { room } });
    const ben = await server.join('ben', { grant: { room } });
    expect((await ask('POST', `${peopleOf(room, ada)}/admit`)).status).toBe(204);
    await ada.next('ready', ({ admitted }) => admitted);
    const full = await ask('POST', `${peopleOf(room, ben)}/admit`, { message: 'Hello' });
    expect(full).toMatchObject({ status: 409, body: { code: 'room-full' } });
    expect(ada.ready.participants).toHaveLength(1);
    expect((await list(room)).map(({ admitted }) => admitted)).toEqual([true, false]);
    await ask('PUT', pathOf(room), { capacity: 2 });
    expect((await ask('POST', `${peopleOf(room, ben)}/admit`)).status).toBe(204);
    expect(await ben.next('ready', ({ admitted }) => admitted)).toMatchObject({ you: ben.id });
  });

  it('are shown to whoever is made a moderator while they wait', async () => {
    const room = newRoom();
    const ada = await server.join('ada', { grant: { room } });
    await ask('PUT', pathOf(room), { access: 'knock' });
    await server.join('ben', { grant: { room } });
    await ask('PATCH', peopleOf(room, ada), { rights: { admin: true } });
    const { id } = await ada.next('call', ({ kind, caller }) => kind === 'knock' && caller.identity === 'ben');
    expect(await ada.request('answer', { call: id, accept: true })).toEqual({ ok: true });
  });

  it('are not there for other rooms, or when they do not wait', async () => {
    const [room, other] = [newRoom(), newRoom()];
    const ada = await server.join('ada', { grant: { room } });
    await server.join('ben', { grant: { room: other } });
    const asked = [
      ['GET', peopleOf('no-such-room')],
      ...[peopleOf(other, ada), peopleOf('no-such-room', ada), `${peopleOf(room)}/nobody`].flatMap((path) => [
        ['PATCH', path],
        ['DELETE', path],
        ['POST', `${path}/admit`],
        ['POST', `${path}/decline`],
      ]),
      ['POST', `${peopleOf(room, ada)}/admit`],
      ['POST', `${peopleOf(room, ada)}/decline`],
    ] as [string, string][];
    for (const [method, path] of asked) {
      const answer = await ask(method, path, method === 'PATCH' ? {} : undefined);
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect(await list(room)).toHaveLength(1);
  });

  it.each<[string, string, string, unknown, string[]]>([
    ['unknown fields', 'PATCH', '', { identity: 'x', rights: { hidden: true } }, ['/rights/hidden', '/identity']],
    ['an invisible name', 'PATCH', '', { name: '\u200b' }, ['/name']],
    ['an unknown source', 'PATCH', '', { rights: { publish: ['smell'] } }, ['/rights/publish/0']],
    ['a long message', 'POST', '/admit', { message: 'x'.repeat(1601) }, ['/message']],
    ['an unknown field of an answer', 'POST', '/decline', { reason: 'x' }, ['/reason']],
  ])('name each fault of a request with %s', async (_, method, rest, body, pointers) => {
    const answer = await ask(method, `rooms/r/participants/p${rest}`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
