/** From a session's state to what is to be heard. Pure. One's own sound is never among it. */
import type { ParticipantId } from '@video-room/protocol';
import type { SessionState } from '../core/session-state.js';

export interface Voice {
  /** Keeps its player over changes. */
  readonly key: string;
  readonly track: MediaStreamTrack;
  /** In 0..1. */
  readonly volume: number;
  /** Nothing is to be heard of it: whoever sends it says so, or was muted by somebody who may. */
  readonly muted: boolean;
}

/** @param volumes by participant, in 0..1; whoever is not in it is as loud as can be. */
export function voicesOf(
  { you, participants, tracks }: SessionState,
  volumes: ReadonlyMap<ParticipantId, number>,
): Voice[] {
  return [...tracks].flatMap(([id, sources]) =>
    id === you
      ? []
      : (['microphone', 'screenAudio'] as const).flatMap((source) => {
          const track = sources[source];
          const muted = !participants.get(id)?.media[source];
          return track ? [{ key: `${id} ${source}`, track, volume: volumes.get(id) ?? 1, muted }] : [];
        }),
  );
}
