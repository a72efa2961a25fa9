/** Opens one scene by `window.showScene(name, theme, language)`. Driven by capture.ts and docs-pictures.ts. */
import { boxOfPart, buttonsAtRest, markParts } from './parts-on-page.js';
import { SCENES } from './scenes.js';
import { showScene } from './show-scene.js';

Object.assign(globalThis, { showScene, sceneNames: Object.keys(SCENES), boxOfPart, buttonsAtRest, markParts });
