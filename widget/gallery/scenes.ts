/** Every state worth looking at, as what a session would have done to get there. */
import { Logger } from '@video-room/log';
import { fakePerson, type FakeSession } from '../src/controllers/fake-session.js';
import { VideoRoomError } from '../src/core/errors.js';
import type { VideoRoomElement } from '../src/index.js';
import { FACE_NAMES, paintedTrack } from './painted-track.js';
import { writeLog } from './written-log.js';

const NAMES = [
  'Ann',
  'Ben Okoro',
  'Chi Tanaka',
  'Eve Laurent',
  'Dov Amsel',
  'Fay Lind',
  'Gus Moreau',
  'Hana Sato',
  'Ivo Petrov',
];
/** Which face each of them has; the fifth has the camera off. */
const FACES = [0, 1, 2, 4, 3, 0, 1, 2, 4];

interface Stage {
  element: VideoRoomElement;
  session: FakeSession;
}

type Scene = (stage: Stage) => Promise<void> | void;

async function meet({ session }: Stage, count: number) {
  session.act({ type: 'joining' });
  const people = NAMES.slice(0, count).map((name, index) =>
    fakePerson(`p${index}`, name, { media: { microphone: index !== 2 && index !== 4, camera: index !== 4 } }),
  );
  session.enter(people);
  await openDevices(session);
  for (const [index, { id, media }] of people.entries()) {
    if (index === 0) continue;
    session.act({ type: 'link', peer: id, phase: 'connected' });
    if (media.camera) session.act({ type: 'track', peer: id, source: 'camera', track: await face(index) });
  }
  session.act({ type: 'speaking', speaking: new Set(['p1']) });
}

const face = (index: number) => paintedTrack(FACE_NAMES[FACES[index] ?? 0] ?? 'ann');

async function openDevices(session: FakeSession) {
  const camera = await face(0);
  session.act({ type: 'device', source: 'camera', device: { wanted: true, status: 'on', track: camera } });
  session.act({ type: 'device', source: 'microphone', device: { wanted: true, status: 'on' } });
}

const refusal = (code: 'device-denied' | 'device-not-found') => ({
  wanted: true,
  status: 'failed' as const,
  error: new VideoRoomError(code, 'gallery'),
});

export const SCENES: Readonly<Record<string, Scene>> = {
  waiting: () => undefined,
  prejoin: ({ element }) => void (element.prejoin = true),
  connecting: ({ session }) => session.act({ type: 'joining' }),
  alone: (stage) => meet(stage, 1),
  'meeting-2': (stage) => meet(stage, 2),
  'meeting-3': (stage) => meet(stage, 3),
  'meeting-5': (stage) => meet(stage, 5),
  'meeting-9': (stage) => meet(stage, 9),
  'person-connecting': async (stage) => {
    await meet(stage, 3);
    stage.session.act({ type: 'link', peer: 'p2', phase: 'connecting' });
    stage.session.act({ type: 'track', peer: 'p2', source: 'camera', track: undefined });
  },
  'person-interrupted': async (stage) => {
    await meet(stage, 3);
    stage.session.act({ type: 'link', peer: 'p1', phase: 'interrupted' });
    stage.session.act({ type: 'speaking', speaking: new Set() });
  },
  reconnecting: async (stage) => {
    await meet(stage, 3);
    stage.session.act({ type: 'connection-lost' });
  },
  'devices-refused': async (stage) => {
    await meet(stage, 2);
    stage.session.act({ type: 'device', source: 'camera', device: refusal('device-denied') });
    stage.session.act({ type: 'device', source: 'microphone', device: refusal('device-not-found') });
    stage.element.shadowRoot?.querySelector('vr-bar')?.shadowRoot?.querySelectorAll('button')[1]?.focus();
  },
  'devices-off': async (stage) => {
    await meet(stage, 2);
    stage.element.camera = 'off';
    stage.element.microphone = 'off';
  },
  'tap-for-sound': async (stage) => {
    await meet(stage, 3);
    stage.element.shadowRoot?.querySelector('vr-stage')?.dispatchEvent(new Event('sound-refused', { bubbles: true }));
  },
  'update-available': async (stage) => {
    await meet(stage, 3);
    stage.session.changeServer('0.1.0', '0.2.0');
  },
  failed: ({ session }) => session.act({ type: 'failed', error: new VideoRoomError('origin-not-allowed', 'gallery') }),
  left: ({ session }) => session.act({ type: 'left', reason: 'left' }),
  replaced: ({ session }) => session.act({ type: 'left', reason: 'replaced' }),
  debug: async (stage) => {
    await meet(stage, 4);
    writeLog(new Logger(stage.element.debug.bus, { category: 'session' }));
    stage.element.debugOpen = true;
  },
};
