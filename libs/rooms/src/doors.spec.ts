/** Who comes into a room: open, with a knock, closed, full, removed. */
import { describe, expect, it } from '@jest/globals';
import { ADMIN, resumeOf, setUpRooms } from './rooms-rig.js';

const KNOCK = { settings: { access: 'knock' as const } };
const CLOSED = { settings: { access: 'closed' as const } };

describe('a room where one knocks', () => {
  it('lets nobody see or be seen before they are let in', async () => {
    const { rooms, told, join, look, names, peers } = setUpRooms();
    const eve = await join('eve', { ...KNOCK, rights: ADMIN });
    const ada = await join('ada');
    expect([eve.admitted, ada.admitted]).toEqual([true, false]);
    expect(await look(ada)).toMatchObject({ admitted: false, participants: [{ identity: 'ada' }], links: [] });
    expect(await names(eve)).toEqual(['eve']);
    await rooms.update(ada, { name: 'Ada' });
    expect(told).toEqual([{ participant: expect.objectContaining({ name: 'Ada' }), to: [ada.participant] }]);
    const letIn: unknown[] = [];
    rooms.on('admitted', (event) => letIn.push(event));
    await rooms.admit('r', ada.participant);
    await rooms.admit('r', ada.participant);
    expect(letIn).toEqual([{ room: 'r', participant: ada.participant, session: ada.session }]);
    expect(told.at(-1)).toMatchObject({ participant: { identity: 'ada' }, to: 'everybody' });
    expect(await names(ada)).toEqual(['eve', 'ada']);
    expect(await peers(eve)).toEqual([ada.participant]);
  });

  it('counts only those who are in', async () => {
    const { rooms, join } = setUpRooms({ capacity: 2 });
    await join('eve', { ...KNOCK, rights: ADMIN });
    const waiting = [];
    for (const name of ['ada', 'ben', 'cyd']) waiting.push(await join(name));
    const [ada, ben] = waiting.map(({ participant }) => participant) as [string, string];
    await rooms.admit('r', ada);
    await expect(rooms.admit('r', ben)).rejects.toMatchObject({ code: 'room-full' });
    await expect(join('fox', { rights: ADMIN })).rejects.toMatchObject({ code: 'room-full' });
    await expect(rooms.checkHasSeat('r')).rejects.toMatchObject({ code: 'room-full' });
    await rooms.changeRoom('r', { capacity: 3 });
    await rooms.checkHasSeat('r');
    await rooms.admit('r', ben);
    expect((await rooms.presences('r')).map(({ admitted }) => admitted)).toEqual([true, true, true, false]);
  });

  it('lets those who were in come back without a knock, to the same seat or another', async () => {
    const { rooms, join } = setUpRooms();
    await join('eve', { ...KNOCK, rights: ADMIN });
    const ada = await join('ada');
    await rooms.admit('r', ada.participant);
    await rooms.disconnect(ada);
    expect(await join('ada', { resume: resumeOf(ada) })).toMatchObject({
      participant: ada.participant,
      admitted: true,
    });
    const ben = await join('ben');
    expect(await join('ben', { resume: resumeOf(ben) })).toMatchObject({
      participant: ben.participant,
      admitted: false,
    });
    const { join: joinRestarted } = setUpRooms();
    expect(await joinRestarted('ada', { ...KNOCK, resume: resumeOf(ada), walksIn: true })).toMatchObject({
      participant: ada.participant,
      admitted: true,
    });
  });

  it('tells those who wait, and them alone, when somebody who may let them in is there', async () => {
    const { rooms, join, look } = setUpRooms({ capacity: 9 });
    const told: unknown[] = [];
    const ada = await join('ada', KNOCK);
    expect((await look(ada))?.room).toMatchObject({ access: 'knock', attended: false });
    rooms.on('room', ({ room: { attended }, to }) => told.push([attended, to]));
    const eve = await join('eve', { rights: ADMIN });
    const fay = await join('fay', { rights: ADMIN, hidden: true });
    expect((await look(eve))?.room).not.toHaveProperty('attended');
    const ben = await join('ben');
    expect((await look(ben))?.room).toMatchObject({ attended: true });
    await rooms.leave(eve);
    expect(told).toEqual([[true, [ada.participant]]]);
    await rooms.disconnect(fay);
    await join('fay', { rights: ADMIN, hidden: true, resume: resumeOf(fay) });
    await rooms.changeParticipant('r', fay.participant, { rights: { admin: false } });
    const both = [ada.participant, ben.participant];
    expect(told.slice(1)).toEqual([false, true, false].map((attended) => [attended, both]));
  });

  it('lets in those who wait when it is opened, as many as there are seats, first come, first served', async () => {
    const { rooms, join, names } = setUpRooms();
    const eve = await join('eve', { ...KNOCK, rights: ADMIN });
    const waiting = [];
    for (const name of ['ada', 'ben', 'cyd']) waiting.push(await join(name));
    const letIn: string[] = [];
    rooms.on('admitted', ({ session }) => letIn.push(session));
    await rooms.changeRoom('r', { access: 'open' });
    const [ada, ben, cyd] = waiting.map(({ session }) => session);
    expect(letIn).toEqual([ada, ben]);
    expect(await names(eve)).toEqual(['eve', 'ada', 'ben']);
    await rooms.changeRoom('r', { capacity: 4 });
    expect(letIn).toEqual([ada, ben, cyd]);
  });

  it('sends away those who wait when it is closed, and nobody else', async () => {
    const { rooms, told, join } = setUpRooms();
    const eve = await join('eve', { ...KNOCK, rights: ADMIN });
    const [ada, ben] = [await join('ada'), await join('ben')];
    await rooms.disconnect(ben);
    told.length = 0;
    const unseated: string[] = [];
    rooms.on('unseated', ({ session }) => unseated.push(session));
    await rooms.changeRoom('r', { access: 'closed' });
    expect(unseated).toEqual([ada.session, '']);
    expect(told).toEqual([]);
    expect(await rooms.presences('r')).toMatchObject([{ participant: eve.participant }]);
    await expect(join('ada', { resume: resumeOf(ada) })).rejects.toMatchObject({ code: 'room-closed' });
  });
});

describe('a closed room', () => {
  it('takes nobody new but who moderates it', async () => {
    const { store, rooms, join } = setUpRooms();
    await expect(join('ada', CLOSED)).rejects.toMatchObject({ code: 'room-closed' });
    expect(await store.counts()).toEqual({ rooms: 0, participants: 0 });
    await join('eve', { ...CLOSED, rights: ADMIN });
    await expect(join('ada')).rejects.toMatchObject({ code: 'room-closed' });
    expect(await rooms.presences('r')).toHaveLength(1);
  });

  it('gives back the seats of those who were in, not of those who left', async () => {
    const { rooms, join } = setUpRooms();
    const [ada, ben] = [await join('ada'), await join('ben')];
    await rooms.changeRoom('r', { access: 'closed' });
    await rooms.disconnect(ada);
    expect(await join('ada', { resume: resumeOf(ada) })).toMatchObject({
      participant: ada.participant,
      admitted: true,
    });
    await rooms.leave(ben);
    const again = join('ben', { resume: resumeOf(ben), walksIn: true });
    await expect(again).rejects.toMatchObject({ code: 'room-closed' });
  });
});

describe('somebody who was removed', () => {
  const NOW = 1_800_000_000_000;

  it('is gone on all devices, and does not come back with what it has', async () => {
    let now = NOW;
    const { rooms, told, join } = setUpRooms({}, () => now);
    const events: unknown[] = [];
    rooms.on('ended', ({ session, reason, message }) => events.push([session, reason, message]));
    rooms.on('gone', ({ participant, reason }) => events.push([participant, reason]));
    await join('eve');
    const [ada, phone] = [await join('ada', { issuedAt: now }), await join('ada', { issuedAt: now })];
    now += 1000;
    expect(await rooms.removeParticipant('r', ada.participant, 'Enough')).toBe(true);
    expect(await rooms.removeParticipant('r', ada.participant)).toBe(false);
    expect(events).toEqual([
      [ada.session, 'removed', 'Enough'],
      [phone.session, 'removed', 'Enough'],
      [ada.participant, 'removed'],
      [phone.participant, 'removed'],
    ]);
    expect(told.slice(-2)).toMatchObject([
      { participant: { connection: 'left', leaveReason: 'removed' }, to: 'everybody' },
      { participant: { connection: 'left', leaveReason: 'removed' }, to: 'everybody' },
    ]);
    for (const issuedAt of [undefined, NOW, now]) {
      await expect(join('ada', { issuedAt })).rejects.toMatchObject({ code: 'removed' });
    }
    expect(await join('ada', { issuedAt: now + 1 })).toMatchObject({ admitted: true });
    await expect(join('ada', { room: 'elsewhere' })).resolves.toMatchObject({ admitted: true });
    now += 31 * 24 * 3600 * 1000;
    expect(await join('ada')).toMatchObject({ admitted: true });
  });

  it('stays out when the room is made anew, and leaves none behind', async () => {
    const { store, rooms, join } = setUpRooms({}, () => NOW);
    const ada = await join('ada', { issuedAt: NOW - 1 });
    await rooms.removeParticipant('r', ada.participant);
    await expect(join('ada', { issuedAt: NOW - 1 })).rejects.toMatchObject({ code: 'removed' });
    expect(await store.counts()).toEqual({ rooms: 0, participants: 0 });
  });

  it('knocks like anybody else with a token made since then, whatever its resume key says', async () => {
    const { rooms, join } = setUpRooms({ capacity: 9 }, () => NOW);
    const eve = await join('eve', { ...KNOCK, rights: ADMIN });
    const ada = await join('ada', { walksIn: true });
    await rooms.removeParticipant('r', ada.participant);
    const again = await join('ada', { issuedAt: NOW + 5, resume: resumeOf(ada), walksIn: true });
    expect(again).toMatchObject({ admitted: false });
    expect(again.participant).not.toBe(ada.participant);
    expect(eve.admitted).toBe(true);
  });

  it.each(['is removed', 'sees the room end'] as const)(
    'comes back with a token made as soon as somebody hears that it %s',
    async (how) => {
      let goesOnAt = Infinity;
      const now = () => NOW + Math.max(0, Math.floor(performance.now() - goesOnAt));
      const { rooms, join } = setUpRooms({ capacity: 50 }, now);
      let heardAt = 0;
      rooms.on('ended', () => (heardAt = now()));
      // At one moment, so that each is said to have come a millisecond after the one before.
      const seats = await Promise.all(Array.from({ length: 50 }, (_, n) => join(`person ${n}`)));
      const { participant, joinedAt } = seats.at(-1)!;
      expect(joinedAt).toBe(NOW + 49);
      goesOnAt = performance.now();
      await (how === 'is removed' ? rooms.removeParticipant('r', participant) : rooms.endRoom('r'));
      expect(heardAt).toBeGreaterThan(joinedAt);
      await expect(join('person 49', { issuedAt: heardAt })).resolves.toMatchObject({ admitted: true });
    },
  );
});
