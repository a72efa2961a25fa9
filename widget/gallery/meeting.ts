/** A meeting in pictures, as what a session would have done to get there. */
import { NO_MEDIA } from '@video-room/protocol';
import { fakePerson, type FakeSession } from '../src/controllers/fake-session.js';
import type { VideoRoomElement } from '../src/index.js';
import { FACE_NAMES, paintedTrack } from './painted-track.js';

export const NAMES = [
  'Ann',
  'Ben Okoro',
  'Chi Tanaka',
  'Eve Laurent',
  'Dov Amsel',
  'Fay Lind',
  'Gus Moreau',
  'Hana Sato',
  'Ivo Petrov',
  'Jun Park',
  'Kai Brandt',
  'Lea Rossi',
  'Mia Novak',
  'Noor Haddad',
  'Ola Berg',
  'Pia Costa',
];
/** Which face each of them has; the fifth has the camera off. */
const FACES = [0, 1, 2, 4, 3, 0, 1, 2, 4, 3, 2, 1, 4, 0, 2, 1];

export interface Stage {
  element: VideoRoomElement;
  session: FakeSession;
}

/** Until it is there. */
export async function waitFor<Found>(find: () => Found | null | undefined | false): Promise<Found> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

export type Scene = (stage: Stage) => Promise<void> | void;

export async function meet({ session }: Stage, count: number) {
  session.act({ type: 'joining' });
  const people = NAMES.slice(0, count).map((name, index) =>
    fakePerson(`p${index}`, name, {
      media: { ...NO_MEDIA, microphone: index !== 2 && index !== 4, camera: index !== 4 },
    }),
  );
  session.enter(people);
  await openDevices(session);
  for (const [index, { id, media }] of people.entries()) {
    if (index === 0) continue;
    session.act({ type: 'link', peer: id, phase: 'connected' });
    if (media.camera) session.act({ type: 'track', peer: id, source: 'camera', track: await paintFace(index) });
  }
  session.act({ type: 'speaking', speaking: new Set(['p1']) });
}

export const paintFace = (index: number) => paintedTrack(FACE_NAMES[FACES[index] ?? 0] ?? 'ann');

export async function openDevices(session: FakeSession) {
  const camera = await paintFace(0);
  session.act({ type: 'device', source: 'camera', device: { wanted: true, status: 'on', track: camera } });
  session.act({ type: 'device', source: 'microphone', device: { wanted: true, status: 'on' } });
}
