/**
 * The one plug for who carries the links. An engine is told the wanted links and makes it so; it never decides who is
 * linked, and it knows neither socket nor screen.
 */
import type {
  IceServer,
  LinkRecord,
  MediaSource,
  ParticipantId,
  RelayedSignal,
  ShownSize,
  SignalMessage,
} from '@video-room/protocol';
import type { Emitter } from '../emitter.js';
import type { LinkPhase } from '../session-state.js';

/** An open link, and what may flow over it. */
export interface WantedLink extends LinkRecord {
  /** Sources this end may send. */
  send: readonly MediaSource[];
  /** Sources the other end may send. */
  receive: readonly MediaSource[];
  /** What it says it sends now. */
  sends: readonly MediaSource[];
  /** Whether signals reach it: its socket is there. */
  reachable: boolean;
}

/** How large somebody's pictures are shown, in device pixels. */
export interface View {
  camera: ShownSize;
  screen: ShownSize;
}

/** One of the things that are sent over one of the links. */
export interface Sent {
  /** To whom. */
  peer: ParticipantId;
  source: MediaSource;
  sender: RTCRtpSender;
  /** How large the other end says it shows it; undefined: it has not said. */
  shown: ShownSize | undefined;
}

export interface MediaEngineEvents {
  /** To be brought to the other end of its link. */
  signal: SignalMessage;
  /** `undefined` when the link is no more. */
  link: { peer: ParticipantId; phase: LinkPhase | undefined };
  /** Whether a link has no path, and no relay can be reached that could be one. */
  relay: { missing: boolean };
  /** The two ends have agreed on what flows over their link. */
  negotiated: { peer: ParticipantId };
  track: { peer: ParticipantId; source: MediaSource; track: MediaStreamTrack | undefined };
  /** Somebody shows what is sent in another size than before. */
  view: { peer: ParticipantId };
  /** Nothing comes over any link any more, for so many milliseconds; 0: something comes again. */
  silence: { silentMs: number };
}

export interface MediaEngine extends Pick<Emitter<MediaEngineEvents>, 'on'> {
  /** Links will soon be wanted: makes what takes time and can be made before. Optional. */
  prepare(): void;
  /** For links made from now on and for the next repair of the others. */
  setIceServers(servers: readonly IceServer[]): void;
  /** Opens what is new, closes what is missing, leaves the rest alone. */
  setLinks(links: readonly WantedLink[]): void;
  /** What to send from now on; null sends nothing. Only the screen's coming and going renegotiates. */
  setTrack(source: MediaSource, track: MediaStreamTrack | null): void;
  receive(signal: RelayedSignal): void;
  /** Whether signals can be delivered now; while not, repairs wait. */
  setSignaling(up: boolean): void;
  /** This end may have another network than before: what does not flow from now on is repaired at once. */
  networkChanged(): void;
  /** Plays a fault: all paths are lost, or are sought anew as after a change of network. It heals as a real one. */
  disturb(fault: 'media-lost' | 'network-change'): void;
  /** Signals to or from `peer` may have been lost: sends again what is unanswered. */
  resend(peer: ParticipantId): void;
  /** Loudness of everybody who is heard, in 0..1 (the `audioLevel` of webrtc-stats). */
  levels(): ReadonlyMap<ParticipantId, number>;
  /** Tells the other end how large its pictures are shown here. */
  setView(peer: ParticipantId, view: View): void;
  /** All that is sent over all links, for statistics and limits. */
  sent(): Sent[];
  /** One report for each link, by the other person, for statistics. Never fails. */
  reports(): Promise<ReadonlyMap<ParticipantId, RTCStatsReport>>;
  /** Ends all links. The engine cannot be used afterwards. */
  close(): void;
}

/** Makes an engine; the way for a session to be given another one. */
export type EngineFactory = () => MediaEngine;
