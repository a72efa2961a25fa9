/** Shows one scene: `window.showScene(name, theme, language)`. Driven by capture.ts. */
import { FakeSession } from '../src/controllers/fake-session.js';
import { sessionFactory } from '../src/controllers/session-factory.js';
import '../src/index.js';
import { SCENES } from './scenes.js';

async function showScene(name: string, theme: 'dark' | 'light', language: string): Promise<void> {
  const scene = SCENES[name];
  if (!scene) throw new RangeError(`No scene ${name}`);
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
}

Object.assign(globalThis, { showScene, sceneNames: Object.keys(SCENES) });
