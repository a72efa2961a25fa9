/** Puts one scene on the page and waits until all of it is to be seen. */
import { FakeSession } from '../src/controllers/fake-session.js';
import { sessionFactory } from '../src/controllers/session-factory.js';
import '../src/index.js';
import type { VideoRoomElement } from '../src/index.js';
import { stopPainting } from './painted-track.js';
import { SCENES } from './scenes.js';

export type SceneTheme = 'dark' | 'light';

const PATIENCE_MS = 30_000;

/** @throws RangeError there is no such scene. */
export async function showScene(name: string, theme: SceneTheme, language = 'en'): Promise<VideoRoomElement> {
  const scene = SCENES[name];
  if (!scene) throw new RangeError(`No scene ${name}`);
  stopPainting();
  document.adoptedStyleSheets = [];
  localStorage.clear();
  document.documentElement.lang = language;
  const session = new FakeSession();
  sessionFactory.create = () => session;
  const element = document.createElement('video-room');
  element.theme = theme;
  document.body.replaceChildren(element);
  await element.updateComplete;
  await scene({ element, session });
  await element.updateComplete;
  const patience = performance.now() + PATIENCE_MS;
  while (!isShown(element, language)) {
    if (performance.now() > patience) throw new Error(`The scene ${name} does not come to rest`);
    await new Promise(requestAnimationFrame);
  }
  return element;
}

/** Whether every picture has been decoded and what is loaded later is there. */
function isShown({ shadowRoot: room, participants, debugOpen }: VideoRoomElement, language: string): boolean {
  if (!room?.querySelector<HTMLElement>('.frame')?.lang.startsWith(language)) return false;
  const tiles = room.querySelector('vr-stage')?.shadowRoot?.querySelectorAll('vr-tile') ?? [];
  const prejoin = room.querySelector('vr-prejoin');
  const videos = [...tiles, ...(prejoin ? [prejoin] : [])].map((tile) => tile.shadowRoot?.querySelector('video'));
  const notice = room.querySelector('.main vr-notice');
  return (
    videos.every((video) => !video?.srcObject || video.videoWidth > 0) &&
    (!notice || !!notice.shadowRoot?.firstElementChild) &&
    (participants.length === 0 || !room.querySelector('.main > .connecting')) &&
    (!debugOpen || !!room.querySelector('vr-debug')?.shadowRoot?.firstElementChild)
  );
}
