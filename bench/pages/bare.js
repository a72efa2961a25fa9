/* global document, navigator, performance, RTCPeerConnection */
/** A call written by hand: Socket.IO, one RTCPeerConnection per peer, trickle ICE. The newcomer offers. */
import { firstFrame } from './first-frame.js';
import { io } from './socket.io.esm.min.js';

/** What the element asks for too. */
const DEVICES = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
};

function join({ server, room }) {
  const peers = new Map();
  const media = navigator.mediaDevices.getUserMedia(DEVICES);
  const socket = io(server, { transports: ['websocket'], auth: { room }, reconnection: false });

  const connectionTo = (id) => {
    const pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
    peers.set(id, pc);
    pc.onicecandidate = ({ candidate }) => candidate && socket.emit('signal', { to: id, candidate });
    pc.ontrack = ({ track, streams: [stream] }) => {
      if (track.kind === 'video') show(stream, 'remote');
    };
    return pc;
  };

  const describe = async (id, pc) => {
    await pc.setLocalDescription();
    socket.emit('signal', { to: id, description: pc.localDescription });
  };

  const sendMedia = async (pc) => {
    const stream = await media;
    for (const track of stream.getTracks()) pc.addTrack(track, stream);
  };

  socket.on('peers', async (ids) => {
    for (const id of ids) {
      const pc = connectionTo(id);
      await sendMedia(pc);
      await describe(id, pc);
    }
  });

  socket.on('signal', async ({ from, description, candidate }) => {
    const pc = peers.get(from) ?? connectionTo(from);
    if (candidate) return pc.addIceCandidate(candidate);
    await pc.setRemoteDescription(description);
    if (description.type !== 'offer') return;
    await sendMedia(pc);
    await describe(from, pc);
  });

  media.then((stream) => show(stream, 'own'));
}

function show(stream, name) {
  const video = Object.assign(document.createElement('video'), { autoplay: true, playsInline: true, muted: true });
  video.className = name;
  video.srcObject = stream;
  document.body.append(video);
}

const video = (name) => () => document.querySelector(`video.${name}`);

globalThis.bench = {
  /** Resolves when the own camera runs. */
  async enter(place) {
    join(place);
    await firstFrame(video('own'));
  },
  /** Milliseconds from joining to the first picture of somebody else. */
  async timeJoin(place) {
    const startedAt = performance.now();
    join(place);
    return (await firstFrame(video('remote'))) - startedAt;
  },
};
