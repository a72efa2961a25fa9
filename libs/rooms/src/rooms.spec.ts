import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { NO_MEDIA, type ParticipantRecord } from '@video-room/protocol';
import { AWAY_MS, RETURN_MS, resumeOf, RIGHTS, setUpRooms } from './rooms-rig.js';

function setUp() {
  const rig = setUpRooms();
  /** Who came, changed and left, and whose connection was replaced, in words. */
  const story: string[] = [];
  rig.rooms.on('participant', ({ participant: { identity, connection, leaveReason } }) =>
    story.push([identity, connection, leaveReason].filter(Boolean).join(' ')),
  );
  rig.rooms.on('replaced', ({ session }) => story.push(`replaced ${session}`));
  return { ...rig, story };
}

/** Lets the grace time pass, and what it sets off come to an end. */
async function pass(ms: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
}

describe('rooms', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('show everybody to everybody, in the order they came, and tell those who were there', async () => {
    const { story, links, join, look, names } = setUp();
    const ada = await join('ada');
    const ben = await join('ben');
    expect(await names(ben)).toEqual(['ada', 'ben']);
    expect(story).toEqual(['ben online']);
    expect(links).toEqual([{ to: ada.participant, link: expect.objectContaining({ peer: ben.participant }) }]);
    expect((await look(ben))?.links).toEqual([
      { ...links[0]?.link, peer: ada.participant, polite: !links[0]?.link.polite },
    ]);
  });

  it('take exactly as many as fit when many come at once', async () => {
    const { store, join } = setUp();
    const results = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => join(`p${n}`)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'room-full' });
    }
    expect(await store.counts()).toEqual({ rooms: 1, participants: 3 });
  });

  it('keep the settings of whoever made the room', async () => {
    const { join, look } = setUp();
    await join('ada', { settings: { capacity: 7, metadata: 'first' } });
    const ben = await join('ben', { settings: { capacity: 2, metadata: 'second' } });
    expect((await look(ben))?.room).toMatchObject({ capacity: 7, metadata: 'first' });
  });

  it('keep a lost seat for the grace time, then let go of it exactly once', async () => {
    jest.useFakeTimers();
    const { store, rooms, story, join, names } = setUp();
    const ada = await join('ada');
    const ben = await join('ben');
    await Promise.all([rooms.disconnect(ben), rooms.disconnect(ben)]);
    await pass(AWAY_MS - 1);
    expect(await names(ada)).toEqual(['ada', 'ben']);
    await pass(1);
    expect(await names(ada)).toEqual(['ada']);
    await pass(AWAY_MS * 2);
    expect(story).toEqual(['ben online', 'ben away', 'ben left lost']);
    expect(await store.counts()).toEqual({ rooms: 1, participants: 1 });
  });

  it('give back the seat within the grace time, links untouched for the same page', async () => {
    jest.useFakeTimers();
    const { rooms, story, links, join, look } = setUp();
    const ada = await join('ada');
    const ben = await join('ben');
    const before = await look(ben);
    await rooms.disconnect(ben);
    const back = await join('ben', { resume: resumeOf(ben) });
    expect(back.participant).toBe(ben.participant);
    expect((await look(back))?.links).toEqual(before?.links);
    await pass(AWAY_MS * 2);
    expect(story).toEqual(['ben online', 'ben away', 'ben online']);
    expect(links.map(({ to, link }) => [to, link.state])).toEqual([[ada.participant, 'open']]);
  });

  it('close the links of a reloaded page and open new ones', async () => {
    const { rooms, links, join, look } = setUp();
    const ada = await join('ada');
    const ben = await join('ben');
    await rooms.leave(ben, true);
    const back = await join('ben', { resume: resumeOf(ben), instance: 'the page after the reload' });
    expect(links.map(({ to, link }) => [to, link.state])).toEqual([
      [ada.participant, 'open'],
      [ada.participant, 'closed'],
      [ada.participant, 'open'],
    ]);
    expect((await look(back))?.links[0]?.id).toBe(links[2]?.link.id);
    expect(links[2]?.link.id).not.toBe(links[0]?.link.id);
  });

  it('wait only shortly for a page that said it may return', async () => {
    jest.useFakeTimers();
    const { rooms, story, join } = setUp();
    await join('ada');
    await rooms.leave(await join('ben'), true);
    await pass(RETURN_MS);
    expect(story).toEqual(['ben online', 'ben away', 'ben left lost']);
  });

  it('never bring back an id that was let go of', async () => {
    const { rooms, join } = setUp();
    await join('ada');
    const ben = await join('ben');
    await rooms.leave(ben);
    const back = await join('ben', { resume: resumeOf(ben) });
    expect(back.participant).not.toBe(ben.participant);
  });

  it('seat the same id again after all memory was lost', async () => {
    const ben = await setUp().join('ben');
    const { join, look } = setUp();
    const back = await join('ben', { resume: resumeOf(ben) });
    expect(back).toMatchObject({ participant: ben.participant, joinedAt: ben.joinedAt });
    expect((await look(back))?.you.id).toBe(ben.participant);
  });

  it('let a second connection replace the first, whose doings no longer count', async () => {
    const { rooms, story, join, look } = setUp();
    const ben = await join('ben');
    const again = await join('ben', { resume: resumeOf(ben) });
    expect(story).toEqual([`replaced ${ben.session}`]);
    await rooms.update(ben, { name: 'ghost' });
    await rooms.leave(ben);
    await rooms.disconnect(ben);
    expect(await look(ben)).toBeUndefined();
    expect((await look(again))?.you).toMatchObject({ name: 'ben', connection: 'online' });
  });

  it('forget a room when the last seat is let go of', async () => {
    const { store, rooms, join } = setUp();
    await rooms.leave(await join('ada'));
    expect(await store.counts()).toEqual({ rooms: 0, participants: 0 });
  });

  it('tell of changes only, and refuse what the token does not allow', async () => {
    const { rooms, join } = setUp();
    await join('ben');
    const records: ParticipantRecord[] = [];
    rooms.on('participant', ({ participant }) => records.push(participant));
    const rights = { ...RIGHTS, publish: ['camera' as const] };
    const ada = await join('ada', { rights, media: { ...NO_MEDIA, camera: true, microphone: true } });
    expect(records.at(-1)?.media).toEqual({ ...NO_MEDIA, camera: true });
    await rooms.update(ada, { name: 'Ada' });
    await rooms.update(ada, { name: 'Ada' });
    await rooms.update(ada, { media: NO_MEDIA });
    expect(records.map(({ name, media }) => [name, media.camera])).toEqual([
      ['ada', true],
      ['Ada', true],
      ['Ada', false],
    ]);
    const unmute = rooms.update(ada, { media: { ...NO_MEDIA, microphone: true } });
    await expect(unmute).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('neither show nor link hidden people', async () => {
    const { rooms, story, links, join, names } = setUp();
    const ada = await join('ada');
    const spy = await join('spy', { hidden: true });
    expect(await names(ada)).toEqual(['ada']);
    expect(await names(spy)).toEqual(['ada', 'spy']);
    const to: unknown[] = [];
    rooms.on('participant', (event) => to.push(event.to));
    await rooms.update(spy, { name: 'x' });
    await rooms.leave(spy);
    expect(to).toEqual([[spy.participant]]);
    expect(story).toEqual(['spy online']);
    expect(links).toEqual([]);
  });

  it('leave nobody behind after many joined and left at once', async () => {
    const { store, rooms, join } = setUp();
    const gone: string[] = [];
    rooms.on('gone', ({ participant, reason }) => gone.push(`${participant} ${reason}`));
    const visit = async (n: number) => rooms.leave(await join(`p${n}`, { settings: { capacity: 1000 } }));
    await Promise.all(Array.from({ length: 50 }, (_, n) => visit(n)));
    expect(await store.counts()).toEqual({ rooms: 0, participants: 0 });
    expect(new Set(gone.filter((line) => line.endsWith('left'))).size).toBe(50);
    expect(gone).toHaveLength(50);
  });
});
