/* global document, navigator, performance, RTCPeerConnection */
/** One end of calls written by hand: whoever answers opens its devices and makes the offer. */
import { firstFrame } from './first-frame.js';
import { io } from './socket.io.esm.min.js';

const DEVICES = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
};

let socket;
let peer;
let rung = false;
let call;

function start() {
  const pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  pc.onicecandidate = ({ candidate }) => candidate && socket.emit('signal', { to: peer, candidate });
  pc.ontrack = ({ track, streams: [stream] }) => {
    if (track.kind !== 'video') return;
    const video = Object.assign(document.createElement('video'), { autoplay: true, playsInline: true, muted: true });
    video.srcObject = stream;
    document.body.append(video);
  };
  return (call = { pc, devices: navigator.mediaDevices.getUserMedia(DEVICES) });
}

async function describe({ pc, devices }) {
  const stream = await devices;
  for (const track of stream.getTracks()) pc.addTrack(track, stream);
  await pc.setLocalDescription();
  socket.emit('signal', { to: peer, description: pc.localDescription });
}

async function onSignal({ from, ring, description, candidate, over }) {
  peer = from;
  if (ring) return void (rung = true);
  if (over) return end();
  const current = call ?? start();
  if (candidate) return current.pc.addIceCandidate(candidate);
  await current.pc.setRemoteDescription(description);
  if (description.type === 'offer') await describe(current);
}

function end() {
  const { pc, devices } = call ?? {};
  call = undefined;
  rung = false;
  pc?.close();
  devices?.then((stream) => stream.getTracks().forEach((track) => track.stop()));
  document.querySelector('video')?.remove();
}

globalThis.bench = {
  enter: ({ server, room }) => {
    socket = io(server, { transports: ['websocket'], auth: { room }, reconnection: false });
    socket.on('peers', ([first]) => (peer ??= first));
    socket.on('signal', onSignal);
  },
  isReady: () => socket.connected,
  ring: () => void socket.emit('signal', { to: peer, ring: true }),
  rings: () => rung,
  async answer() {
    const startedAt = performance.now();
    void describe(start());
    return (await firstFrame(() => document.querySelector('video'))) - startedAt;
  },
  hangUp: () => {
    socket.emit('signal', { to: peer, over: true });
    end();
  },
  isOver: () => !call,
};
