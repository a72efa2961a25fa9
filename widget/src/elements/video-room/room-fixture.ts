/** For tests: a `<video-room>` whose session is a fake one. */
import { fixture } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { TemplateResult } from 'lit';
import { FakeSession, fakePerson } from '../../controllers/fake-session.js';
import { sessionFactory } from '../../controllers/session-factory.js';
import '../../index.js';
// What is loaded later is there at once, so that no test waits for the machine.
import '../call-desk/call-desk.js';
import '../device-desk/device-desk.js';
import '../media-desk/media-desk.js';
import '../panel-desk/panel-desk.js';
import '../people-desk/people-desk.js';
import '../preflight-desk/preflight-desk.js';
import '../together-desk/together-desk.js';
import '../vr-notice/vr-notice.js';
import type { VideoRoomElement } from './video-room.js';

export interface RoomFixture {
  room: VideoRoomElement;
  /** Every session the element made; the last one is current. */
  sessions: FakeSession[];
  session: FakeSession;
  /** Everything public the element has told, by name. */
  told: string[];
}

const EVENTS = [
  'state-changed',
  'joined',
  'left',
  'participant-joined',
  'participant-left',
  'participant-changed',
  'camera-changed',
  'microphone-changed',
  'screen-share-changed',
  'debug-changed',
  'log-entries',
  'connection-changed',
  'quality-changed',
  'sound-only-changed',
  'active-speaker-changed',
  'call-request',
  'call-changed',
  'knock',
  'live-changed',
  'watching-changed',
  'do-not-disturb-changed',
  'hand-changed',
  'chat-message',
  'unread-changed',
  'reaction',
  'data',
  'moderated',
  'device-error',
  'device-restored',
  'device-menu-changed',
  'panel-changed',
  'preflight-finished',
  'error',
  'update-available',
] as const;

export async function roomFixture(template: TemplateResult): Promise<RoomFixture> {
  const sessions: FakeSession[] = [];
  sessionFactory.create = () => {
    const session = new FakeSession();
    sessions.push(session);
    return session;
  };
  const told: string[] = [];
  for (const name of EVENTS) document.addEventListener(name, ({ type }) => told.push(`bubbled ${type}`));
  const room = await fixture<VideoRoomElement>(template);
  for (const name of EVENTS) room.addEventListener(name, ({ type }: Event) => void told.push(type));
  const [session] = sessions;
  if (!session) throw new Error('The element made no session');
  if (room.prejoin) await waitUntil(() => within(room, 'vr-prejoin')?.shadowRoot?.querySelector('form'));
  return { room, sessions, session, told };
}

/** Oneself is Ann, the other is Ben. */
export async function meet({ room, session }: RoomFixture): Promise<void> {
  if (session.state.phase !== 'connecting') room.join();
  session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')]);
  await room.updateComplete;
}

/** Until what comes in has come: what is half there has half the contrast. */
export async function arrived(room: VideoRoomElement): Promise<void> {
  const shown = room.shadowRoot!.querySelectorAll(
    'vr-request, vr-question, vr-people, vr-notice, vr-prejoin, vr-devices, vr-panel',
  );
  await Promise.all([...shown].flatMap((element) => element.getAnimations().map(({ finished }) => finished)));
}

export const within = <Found extends HTMLElement>(room: VideoRoomElement, selector: string): Found | null =>
  room.shadowRoot!.querySelector<Found>(selector);
