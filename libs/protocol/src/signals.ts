import type { LinkId, MediaSource, ParticipantId } from './records.js';

/** A candidate as `RTCIceCandidate.toJSON()` gives it. An empty `candidate` string ends the candidates. */
export interface CandidateInit {
  candidate: string;
  sdpMid: string | null;
  sdpMLineIndex: number | null;
  usernameFragment: string | null;
}

/** What the sender of a description sends beyond its devices: the source, by the `mid` of its media section. */
export type SectionSources = Readonly<Record<string, MediaSource>>;

/** Width and height in device pixels. Both 0: not to be seen. */
export type ShownSize = readonly [width: number, height: number];

/** What one end of a link tells the other. */
export type SignalBody =
  /** `connection`: which peer connection of the link it is of, counted from 1; left out: the first. */
  | { kind: 'offer'; sdp: string; sources?: SectionSources; connection?: number }
  /** `offer`: the `seq` of the offer it answers, so that an answer that comes late is never taken for a newer one's. */
  | { kind: 'answer'; sdp: string; offer: number; sources?: SectionSources }
  | { kind: 'candidate'; candidate: CandidateInit }
  /** How large this end shows the other's pictures now. */
  | { kind: 'view'; camera: ShownSize; screen: ShownSize };

/** Client to server. */
export type SignalMessage = SignalBody & {
  link: LinkId;
  /**
   * Number of this signal among those this end sent over this link, counted from 1. With the link it names the signal
   * in both browsers and in the server's log. A repeated offer keeps its number.
   */
  seq: number;
};

/** Server to client: the same, stamped with the sender by the server. */
export type RelayedSignal = SignalMessage & { from: ParticipantId };
