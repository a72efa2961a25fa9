import { describe, expect, it } from '@jest/globals';
import { Rooms } from '@video-room/rooms';
import { MemoryRoomStore } from '@video-room/state';
import type { KnockAnswers } from './knock-answers.js';
import { ParticipantsController } from './participants.controller.js';

const person = {
  room: 'r',
  settings: { access: 'knock' as const },
  identity: 'ada',
  fallbackName: 'Ada',
  metadata: '',
  attributes: {},
  rights: { publish: [], subscribe: true, publishData: true, admin: false },
  hidden: false,
  walksIn: false,
  instance: 'i'.repeat(16),
  session: 's',
};

describe('answers to those who wait', () => {
  it('are given to whoever answers knocks, with what is said', async () => {
    const store = new MemoryRoomStore();
    const rooms = new Rooms(store, { capacity: 9, awayGraceMs: 1, returnGraceMs: 1 });
    const answers: unknown[] = [];
    const record = (what: string) => (room: string, participant: string, message?: string) => {
      answers.push([what, room, participant, message]);
      return Promise.resolve();
    };
    const knocks: KnockAnswers = { admit: record('admit'), decline: record('decline') };
    const controller = new ParticipantsController(rooms, store, knocks);
    const { participant } = await rooms.join(person);
    await controller.admit('r', participant, { message: 'Welcome' });
    await controller.decline('r', participant, { message: '' });
    expect(answers).toEqual([
      ['admit', 'r', participant, 'Welcome'],
      ['decline', 'r', participant, undefined],
    ]);
    await rooms.admit('r', participant);
    await expect(controller.decline('r', participant, {})).rejects.toMatchObject({ code: 'not-found' });
  });
});
