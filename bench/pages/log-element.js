/* global document, requestAnimationFrame */
/** The debug overlay of an element that is in no room, as large as it gets. */
import './widget/video-room.js';

const element = document.createElement('video-room');
element.prejoin = true;
element.setAttribute('camera', 'off');
element.setAttribute('microphone', 'off');
document.body.append(element);

const inside = (root, ...names) => names.reduce((node, name) => node?.shadowRoot?.querySelector(name), root);

globalThis.bench = {
  write: (text) => element.debug.mark(text),
  /** Resolves with the scrolled list once it shows lines. */
  async open() {
    element.debug.start();
    for (;;) {
      const list = inside(element, 'vr-debug', 'vr-log', '.log');
      if (list?.querySelector('.row')) return list;
      await new Promise(requestAnimationFrame);
    }
  },
};
