/**
 * The far end of one link without the element: as much of the protocol's negotiation as another client needs that never
 * changes what it sends, and drafts of descriptions to be bent. `defineBarePeer` runs in a page.
 */
import type { CandidateInit, RelayedSignal } from '@video-room/protocol';

export interface BarePeer {
  /** Closes what there was, makes another connection and its first offer. */
  offerAnew(connection: number): Promise<string>;
  /** Does as the other end's signal asks. Returns the description that answers an offer. */
  take(signal: RelayedSignal): Promise<string | undefined>;
  /** What could be offered next over the living connection, and what could be answered to an offer. */
  draft(theirOffer: string | undefined): Promise<{ offer: string; answer: string | undefined }>;
  /** Pictures decoded by the living connection. */
  frames(): Promise<number>;
}

declare global {
  interface Window {
    barePeer: BarePeer;
    sayCandidate: (candidate: CandidateInit) => Promise<void>;
  }
}

export async function defineBarePeer(polite: boolean): Promise<void> {
  const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  let pc = new RTCPeerConnection();
  let number = 0;
  const open = (connection: number) => {
    pc.close();
    pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
    number = connection;
    pc.onicecandidate = ({ candidate }) => {
      const { candidate: line = '', sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = candidate ?? {};
      if (line) void window.sayCandidate({ candidate: line, sdpMid, sdpMLineIndex, usernameFragment });
    };
  };
  const sendDevices = () => {
    if (pc.getSenders().some(({ track }) => track)) return;
    for (const track of [...media.getAudioTracks(), ...media.getVideoTracks()]) pc.addTrack(track, media);
  };
  const described = async () => {
    await pc.setLocalDescription();
    return pc.localDescription?.sdp ?? '';
  };

  window.barePeer = {
    offerAnew(connection) {
      open(connection);
      sendDevices();
      return described();
    },
    async take(signal) {
      switch (signal.kind) {
        case 'offer': {
          const { connection = 1, sdp } = signal;
          const collides = connection === number && pc.signalingState !== 'stable';
          if (connection < number || (collides && !polite)) return undefined;
          if (connection > number || collides) open(connection);
          await pc.setRemoteDescription({ type: 'offer', sdp });
          sendDevices();
          return described();
        }
        case 'answer':
          if (pc.signalingState === 'have-local-offer')
            await pc.setRemoteDescription({ type: 'answer', sdp: signal.sdp });
          return undefined;
        case 'candidate':
          // Those of a connection that is no more fail.
          await pc.addIceCandidate(signal.candidate).catch(() => undefined);
          return undefined;
        default:
          return undefined;
      }
    },
    async draft(theirOffer) {
      const { sdp: offer = '' } = await pc.createOffer();
      if (theirOffer === undefined) return { offer, answer: undefined };
      const other = new RTCPeerConnection();
      await other.setRemoteDescription({ type: 'offer', sdp: theirOffer });
      const { sdp: answer } = await other.createAnswer();
      other.close();
      return { offer, answer };
    },
    async frames() {
      const stats = [...((await pc.getStats()) as ReadonlyMap<string, Record<string, unknown>>).values()];
      const pictures = stats.filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
      return pictures.reduce((sum, stat) => sum + Number(stat['framesDecoded'] ?? 0), 0);
    },
  };
}
