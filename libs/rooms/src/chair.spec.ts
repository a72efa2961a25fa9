/** Muting, asking to unmute, hands, and locking the room. */
import { describe, expect, it } from '@jest/globals';
import type { MediaState } from '@video-room/protocol';
import { ADMIN, resumeOf, RIGHTS, setUpRooms, VIEWER } from './rooms-rig.js';

const ALL_ON: MediaState = { microphone: true, camera: true, screen: true, screenAudio: true };
const by = (participant: string) => ({ participant, identity: 'eve', name: 'eve' });

/** Eve moderates, Ada and Ben send, Zoe waits. */
async function meet() {
  const rig = setUpRooms();
  const moderated: unknown[] = [];
  rig.rooms.on('moderated', ({ to, message: { act, source, by: speaker } }) =>
    moderated.push([to, act, source, speaker?.identity]),
  );
  const eve = await rig.join('eve', { settings: { capacity: 9 }, rights: ADMIN, media: ALL_ON });
  const ada = await rig.join('ada', { media: ALL_ON });
  const ben = await rig.join('ben', { media: { ...ALL_ON, microphone: false } });
  await rig.rooms.setAccess('r', 'knock');
  const zoe = await rig.join('zoe', { media: ALL_ON });
  const media = async () => (await rig.store.seats('r')).map(({ participant }) => participant.media);
  return { ...rig, moderated, media, eve, ada, ben, zoe };
}

describe('whoever chairs', () => {
  it('mutes one, who may turn it on again', async () => {
    const { rooms, told, moderated, media, eve, ada } = await meet();
    told.length = 0;
    expect(await rooms.chair.mute('r', ada.participant, 'microphone', by(eve.participant))).toBe(true);
    expect(told).toMatchObject([{ participant: { identity: 'ada', media: { microphone: false } }, to: 'everybody' }]);
    expect(moderated).toEqual([[ada.participant, 'mute', 'microphone', 'eve']]);
    await rooms.update(ada, { media: ALL_ON });
    expect((await media())[1]).toEqual(ALL_ON);
  });

  it('mutes all but itself and those who are not in, and tells those who are silent already', async () => {
    const { rooms, told, moderated, media, eve, ada, ben } = await meet();
    const viewer = await meetViewer(rooms);
    told.length = 0;
    await rooms.chair.muteAll('r', 'microphone', by(eve.participant));
    expect((await media()).map(({ microphone }) => microphone)).toEqual([true, false, false, true, false]);
    expect(moderated).toEqual([ada, ben].map(({ participant }) => [participant, 'mute', 'microphone', 'eve']));
    expect(moderated).not.toContain(viewer.participant);
    expect(told).toHaveLength(1);
    await rooms.chair.muteAll('r', 'microphone');
    expect((await media())[0]?.microphone).toBe(false);
  });

  const meetViewer = (rooms: Awaited<ReturnType<typeof meet>>['rooms']) =>
    rooms.join({
      room: 'r',
      settings: {},
      identity: 'vic',
      fallbackName: 'vic',
      metadata: '',
      attributes: {},
      rights: VIEWER,
      hidden: false,
      walksIn: true,
      instance: 'instance-of-vic',
      session: 'vic',
    });

  it('asks to unmute only those who could', async () => {
    const { rooms, told, moderated, eve, ada } = await meet();
    told.length = 0;
    expect(await rooms.chair.askToUnmute('r', ada.participant, 'camera', by(eve.participant))).toBe(true);
    expect(moderated).toEqual([[ada.participant, 'ask-to-unmute', 'camera', 'eve']]);
    await rooms.changeParticipant('r', ada.participant, { rights: { publish: ['microphone'] } });
    const refused = rooms.chair.askToUnmute('r', ada.participant, 'camera');
    await expect(refused).rejects.toMatchObject({ code: 'not-allowed' });
    expect(moderated).toHaveLength(1);
  });

  it('reaches nobody who waits, is elsewhere or nowhere', async () => {
    const { rooms, join, moderated, media, zoe } = await meet();
    const dan = await join('dan', { room: 's', media: ALL_ON });
    for (const id of [zoe.participant, dan.participant, 'nobody', '__proto__']) {
      expect(await rooms.chair.mute('r', id, 'microphone')).toBe(false);
      expect(await rooms.chair.askToUnmute('r', id, 'microphone')).toBe(false);
      expect(await rooms.chair.lowerHand('r', id)).toBe(false);
    }
    await rooms.chair.muteAll('no such room', 'microphone');
    expect(moderated).toEqual([]);
    expect((await media())[3]).toEqual(ALL_ON);
  });
});

describe('a raised hand', () => {
  /** A clock that goes on by one with every look. */
  const clock = () => {
    let now = 1000;
    return () => (now += 1);
  };
  const hands = async ({ store }: ReturnType<typeof setUpRooms>) =>
    (await store.seats('r'))
      .map(({ participant: { identity, handRaisedAt } }) => ({ identity, handRaisedAt: handRaisedAt ?? 0 }))
      .filter(({ handRaisedAt }) => handRaisedAt > 0)
      .sort((one, other) => one.handRaisedAt - other.handRaisedAt)
      .map(({ identity }) => identity);

  it('stands in the order it went up, whatever else one changes', async () => {
    const rig = setUpRooms({}, clock());
    const { rooms, join } = rig;
    const [ada, ben] = [await join('ada'), await join('ben')];
    await rooms.update(ben, { choices: { handRaised: true } });
    await rooms.update(ada, { choices: { handRaised: true } });
    await rooms.update(ben, { choices: { handRaised: true, addUp: true }, name: 'B.' });
    expect(await hands(rig)).toEqual(['ben', 'ada']);
    await rooms.update(ben, { choices: { handRaised: false } });
    expect(await hands(rig)).toEqual(['ada']);
    await rooms.update(ben, { choices: { handRaised: true } });
    expect(await hands(rig)).toEqual(['ada', 'ben']);
  });

  it('outlives a reload, in its place', async () => {
    const rig = setUpRooms({}, clock());
    const { rooms, join } = rig;
    const [ada, ben] = [await join('ada'), await join('ben')];
    for (const one of [ada, ben]) await rooms.update(one, { choices: { handRaised: true } });
    await rooms.leave(ada, true);
    await join('ada', { resume: resumeOf(ada), instance: 'another', choices: { watching: true } });
    expect(await hands(rig)).toEqual(['ada', 'ben']);
    await rooms.leave(ben);
    expect(await hands(rig)).toEqual(['ada']);
  });

  it('is told once when it is lowered', async () => {
    const rig = setUpRooms({}, clock());
    const { rooms, told, join } = rig;
    const ada = await join('ada');
    await rooms.update(ada, { choices: { handRaised: true } });
    told.length = 0;
    expect(await rooms.chair.lowerHand('r', ada.participant)).toBe(true);
    expect(await rooms.chair.lowerHand('r', ada.participant)).toBe(true);
    expect(told).toHaveLength(1);
    expect(told[0]?.participant.choices.handRaised).toBe(false);
    expect(told[0]?.participant).not.toHaveProperty('handRaisedAt');
  });
});

describe('a room that is locked', () => {
  it('takes nobody new, keeps who is in, and goes as it would have', async () => {
    const { rooms, join } = setUpRooms();
    const closed: string[] = [];
    rooms.on('closed', ({ room }) => closed.push(room));
    const ada = await join('ada', { rights: RIGHTS });
    expect(await rooms.setAccess('r', 'closed')).toBe(true);
    expect(await rooms.setAccess('no such room', 'closed')).toBe(false);
    await expect(join('ben')).rejects.toMatchObject({ code: 'room-closed' });
    expect(await rooms.room('r')).toMatchObject({ lasting: false, record: { access: 'closed' } });
    await rooms.leave(ada);
    expect(await rooms.room('r')).toBeUndefined();
    expect(closed).toEqual(['r']);
  });

  it('stays if it was to stay', async () => {
    const { rooms } = setUpRooms();
    await rooms.changeRoom('r', {});
    await rooms.setAccess('r', 'closed');
    expect(await rooms.room('r')).toMatchObject({ lasting: true, record: { access: 'closed' } });
    const closed: string[] = [];
    rooms.on('closed', ({ room }) => closed.push(room));
    await rooms.endRoom('r');
    expect(closed).toEqual(['r']);
  });
});
