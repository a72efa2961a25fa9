/* global document, location, performance, URLSearchParams */
/** One end of calls with our element: in the room, ringing and answering over and over. */
import { firstFrame } from './first-frame.js';
import './widget/video-room.js';

const element = document.createElement('video-room');
element.server = new URLSearchParams(location.search).get('server');
// Nothing is shown but the call itself: who answers is the bench.
element.addEventListener('call-request', (event) => event.preventDefault());
document.body.append(element);

const remoteVideo = () => {
  const tiles = element.shadowRoot?.querySelector('vr-stage')?.shadowRoot?.querySelectorAll('vr-tile') ?? [];
  return [...tiles].find(({ person }) => person && !person.own)?.shadowRoot?.querySelector('video');
};

const open = () => element.calls.find(({ endedAt }) => endedAt === undefined);

globalThis.bench = {
  enter: ({ token }) => {
    element.token = token;
    element.join();
  },
  isReady: () => element.state === 'joined',
  ring: () => void element.call('answerer'),
  rings: () => open()?.state === 'ringing',
  /** Milliseconds from answering to the first picture of the caller. */
  async answer() {
    const startedAt = performance.now();
    element.accept(open().id, { video: true });
    return (await firstFrame(remoteVideo)) - startedAt;
  },
  hangUp: () => void element.hangUp(open().id),
  isOver: () => !open() && !remoteVideo(),
};
