/* global document, location, performance, URLSearchParams */
/** The same as bare.js for a page with our element, which is loaded and idle, without a token, until it is to join. */
import { firstFrame } from './first-frame.js';
import './widget/video-room.js';

const query = new URLSearchParams(location.search);
const element = document.createElement('video-room');
element.server = query.get('server');
// Waiting in its idle state: the element opens the socket.
element.prejoin = query.has('prejoin');
document.body.append(element);

function join({ token }) {
  element.token = token;
  element.join();
}

/** The picture of one's own tile or of somebody else's. */
const video = (own) => () => {
  const tiles = element.shadowRoot?.querySelector('vr-stage')?.shadowRoot?.querySelectorAll('vr-tile') ?? [];
  const tile = [...tiles].find(({ person }) => person?.own === own);
  return tile?.shadowRoot?.querySelector('video');
};

globalThis.bench = {
  async enter(place) {
    join(place);
    await firstFrame(video(true));
  },
  async timeJoin(place) {
    const startedAt = performance.now();
    join(place);
    return (await firstFrame(video(false))) - startedAt;
  },
  /** When what happened, for finding out why: the element's log. */
  steps: () => element.debug.entries().map(({ time, category, text, detail }) => ({ time, category, text, detail })),
};
