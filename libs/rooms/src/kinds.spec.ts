/** Calls and broadcasts: what people decide, and what that does to who sees and is linked with whom. */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { RoomRecord } from '@video-room/protocol';
import { ADMIN, resumeOf, RIGHTS, setUpRooms, VIEWER } from './rooms-rig.js';

const CALL = { settings: { kind: 'call' as const, capacity: 9 } };
const BROADCAST = { settings: { kind: 'broadcast' as const, capacity: 9 } };

describe('a room of calls', () => {
  it('links those who share a conversation, and tells both ends', async () => {
    const { rooms, links, join, peers } = setUpRooms();
    const [ada, ben, cyd] = [await join('ada', CALL), await join('ben'), await join('cyd')];
    expect(await peers(ada)).toEqual([]);
    await rooms.setTalk('r', [ada.participant, ben.participant], 't');
    expect(links.map(({ to, link }) => [to, link.peer, link.state])).toEqual([
      [ada.participant, ben.participant, 'open'],
      [ben.participant, ada.participant, 'open'],
    ]);
    expect((await rooms.presences('r')).map(({ talk }) => talk)).toEqual(['t', 't', undefined]);
    await rooms.setTalk('r', [cyd.participant], 't');
    expect(await peers(cyd)).toEqual([ada.participant, ben.participant]);
    await rooms.setTalk('r', [ada.participant], undefined);
    expect(await peers(cyd)).toEqual([ben.participant]);
    expect(links.filter(({ link }) => link.state === 'closed')).toHaveLength(4);
  });

  it('shows everybody who is in a call', async () => {
    const { rooms, told, join } = setUpRooms();
    const ada = await join('ada', CALL);
    await join('ben');
    await rooms.setTalk('r', [ada.participant], 't');
    expect(told.at(-1)).toMatchObject({ participant: { identity: 'ada', inCall: true }, to: 'everybody' });
    await rooms.setTalk('r', [ada.participant], undefined);
    expect(told.at(-1)).toMatchObject({ participant: { identity: 'ada', inCall: false }, to: 'everybody' });
  });

  it('goes on with a conversation after a reload, and after all memory was lost', async () => {
    const { rooms, join, look } = setUpRooms();
    const [ada, ben] = [await join('ada', CALL), await join('ben')];
    await rooms.setTalk('r', [ada.participant, ben.participant], 't');
    const links = (await look(ben))?.links;
    await rooms.disconnect(ben);
    const back = await join('ben', { resume: resumeOf(ben), talk: 'another that is over' });
    expect((await look(back))?.links).toEqual(links);
    const restarted = setUpRooms();
    await restarted.join('ada', { ...CALL, resume: resumeOf(ada), talk: 't' });
    const again = await restarted.join('ben', { resume: resumeOf(ben), talk: 't' });
    expect((await restarted.look(again))?.links).toEqual(links);
    await restarted.rooms.leave(again);
    const late = await restarted.join('ben', { resume: resumeOf(ben), talk: 't' });
    expect((await restarted.look(late))?.links).toEqual([]);
  });

  it('takes what calls do in the end from the token until the person says otherwise', async () => {
    const { join, look } = setUpRooms();
    const ada = await join('ada', { settings: { kind: 'call', callsAddUp: true } });
    expect((await look(ada))?.you.choices).toMatchObject({ addUp: true });
    const ben = await join('ben', { settings: { callsAddUp: true }, choices: { addUp: false, doNotDisturb: true } });
    expect((await look(ben))?.you.choices).toMatchObject({ addUp: false, doNotDisturb: true });
    const again = await join('ben', { resume: resumeOf(ben) });
    expect((await look(again))?.you.choices).toMatchObject({ addUp: false, doNotDisturb: true });
  });
});

describe('a broadcast', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  const setUpBroadcast = async (settings: { showWatchers?: boolean } = {}) => {
    const rig = setUpRooms();
    const ada = await rig.join('ada', { settings: { ...BROADCAST.settings, ...settings } });
    const ben = await rig.join('ben', { rights: VIEWER, choices: { watching: true } });
    const cyd = await rig.join('cyd', { rights: VIEWER });
    return { ...rig, ada, ben, cyd };
  };

  it('links who is on air with who watches, as they say', async () => {
    const { rooms, peers, ada, ben, cyd } = await setUpBroadcast();
    expect(await peers(ada)).toEqual([]);
    await rooms.update(ada, { choices: { live: true } });
    expect(await peers(ada)).toEqual([ben.participant]);
    await rooms.update(cyd, { choices: { watching: true } });
    await rooms.update(ben, { choices: { watching: false } });
    expect(await peers(ada)).toEqual([cyd.participant]);
    expect(await peers(cyd)).toEqual([ada.participant]);
    await rooms.update(ada, { choices: { live: false } });
    expect(await peers(cyd)).toEqual([]);
  });

  it('lets nobody go on air without the right', async () => {
    const { rooms, join, look, ben } = await setUpBroadcast();
    await expect(rooms.update(ben, { choices: { live: true } })).rejects.toMatchObject({ code: 'not-allowed' });
    const dan = await join('dan', { rights: VIEWER, choices: { live: true, watching: true } });
    expect((await look(dan))?.you.choices).toMatchObject({ live: false, watching: true });
  });

  it('shows who watches to nobody, or to broadcasters if the room says so', async () => {
    const { rooms, told, names, ada, ben } = await setUpBroadcast();
    expect(await names(ada)).toEqual(['ada']);
    expect(await names(ben)).toEqual(['ada', 'ben']);
    expect(told).toEqual([]);
    await rooms.update(ben, { name: 'Ben' });
    expect(told).toMatchObject([{ participant: { name: 'Ben' }, to: [ben.participant] }]);
    told.length = 0;
    await rooms.changeRoom('r', { showWatchers: true });
    expect(told.map(({ participant, to }) => [participant.identity, to])).toEqual([
      ['ben', [ada.participant]],
      ['cyd', [ada.participant]],
    ]);
    expect(await names(ada)).toEqual(['ada', 'ben', 'cyd']);
    expect(await names(ben)).toEqual(['ada', 'ben']);
    told.length = 0;
    await rooms.changeRoom('r', { showWatchers: false });
    expect(told.map(({ participant, to }) => [participant.connection, to])).toEqual([
      ['left', [ada.participant]],
      ['left', [ada.participant]],
    ]);
  });

  it('tells broadcasters how many watch, once for many who come and go', async () => {
    jest.useFakeTimers();
    const { rooms, join, look, ada, ben } = await setUpBroadcast();
    await jest.advanceTimersByTimeAsync(1000);
    const told: { room: RoomRecord; to: string[] }[] = [];
    rooms.on('room', (event) => told.push(event));
    expect((await look(ada))?.room.watchers).toBe(1);
    expect((await look(ben))?.room).not.toHaveProperty('watchers');
    for (const name of ['dan', 'eve', 'fox']) await join(name, { rights: VIEWER, choices: { watching: true } });
    await rooms.leave(ben);
    expect(told).toEqual([]);
    await jest.advanceTimersByTimeAsync(250);
    expect(told.map(({ room, to }) => [room.watchers, to])).toEqual([[3, [ada.participant]]]);
    await jest.advanceTimersByTimeAsync(1000);
    expect(told).toHaveLength(1);
  });

  it('counts a watcher once whose page comes back as somebody else', async () => {
    jest.useFakeTimers();
    const { rooms, join, look, ada, ben } = await setUpBroadcast();
    await rooms.leave(ben, true);
    expect((await look(ada))?.room.watchers).toBe(0);
    await join('ben again', { rights: VIEWER, choices: { watching: true } });
    expect((await look(ada))?.room.watchers).toBe(1);
  });

  it('calls somebody on stage and sends it back, and all are told', async () => {
    const { rooms, told, look, names, peers, ada, ben, cyd } = await setUpBroadcast();
    await rooms.update(ada, { choices: { live: true } });
    told.length = 0;
    await rooms.setStage('r', ben.participant, true);
    expect((await look(ben))?.you).toMatchObject({ rights: { publish: RIGHTS.publish }, choices: { live: true } });
    expect(told).toMatchObject([{ participant: { identity: 'ben' }, to: 'everybody' }]);
    expect(await names(cyd)).toEqual(['ada', 'ben', 'cyd']);
    expect(await peers(ben)).toEqual([ada.participant]);
    expect((await look(ben))?.room).toHaveProperty('watchers', 0);
    told.length = 0;
    await rooms.setStage('r', ben.participant, false);
    expect((await look(ben))?.you).toMatchObject({ rights: { publish: [] }, choices: { live: false, watching: true } });
    expect(told.map(({ participant, to }) => [participant.identity, participant.connection, to])).toEqual([
      ['ben', 'online', [ben.participant]],
      ['ben', 'left', [ada.participant, cyd.participant]],
    ]);
    expect(await peers(ben)).toEqual([ada.participant]);
  });

  it('keeps somebody on stage over a reload, and takes the stage away with the right', async () => {
    const { rooms, join, look, ben } = await setUpBroadcast();
    await rooms.setStage('r', ben.participant, true);
    await rooms.leave(ben, true);
    const back = await join('ben', { rights: VIEWER, resume: resumeOf(ben), instance: 'reloaded' });
    expect((await look(back))?.you).toMatchObject({ rights: { publish: RIGHTS.publish }, choices: { live: true } });
    await rooms.changeParticipant('r', back.participant, { rights: { publish: [] } });
    expect((await look(back))?.you).toMatchObject({ rights: { publish: [] }, choices: { live: false } });
    await rooms.setStage('r', back.participant, false);
    expect((await look(back))?.you.rights.publish).toEqual([]);
  });

  it('says who is there to other parts, the hidden and the waiting included', async () => {
    const { rooms, join, ada } = await setUpBroadcast();
    await join('eve', { rights: ADMIN, hidden: true });
    await rooms.disconnect(ada);
    expect(await rooms.presences('r')).toMatchObject([
      { identity: 'ada', online: false, publishes: true, admin: false, hidden: false, admitted: true },
      { identity: 'ben', online: true, publishes: false, choices: { watching: true } },
      { identity: 'cyd', publishes: false },
      { identity: 'eve', admin: true, hidden: true },
    ]);
    expect(await rooms.presences('no such room')).toEqual([]);
  });
});
