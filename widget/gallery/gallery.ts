/** Opens one scene by `window.showScene(name, theme, language)`. Driven by capture.ts. */
import { SCENES } from './scenes.js';
import { showScene } from './show-scene.js';

Object.assign(globalThis, { showScene, sceneNames: Object.keys(SCENES) });
