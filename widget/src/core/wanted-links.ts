/** Which links the engine should carry, and what may flow over each: pure, from the server's records. */
import {
  MEDIA_SOURCES,
  type LinkRecord,
  type MediaSource,
  type ParticipantId,
  type ParticipantRecord,
  type Rights,
} from '@video-room/protocol';
import type { WantedLink } from './engine/media-engine.js';

/** Somebody one is linked with and not shown: who watches a broadcast. */
const UNSEEN = { publish: [], subscribe: true } as const;

type Flowing = Pick<Rights, 'subscribe'> & { publish: readonly MediaSource[] };

export function wantedLinks(
  links: Iterable<LinkRecord>,
  participants: ReadonlyMap<ParticipantId, ParticipantRecord>,
  you: ParticipantId,
): WantedLink[] {
  const own = participants.get(you)?.rights;
  if (!own) return [];
  return [...links].map((link) => {
    const person = participants.get(link.peer);
    const other = person?.rights ?? UNSEEN;
    const sends = MEDIA_SOURCES.filter((source) => person?.media[source]);
    const reachable = person?.connection !== 'away';
    return { ...link, send: flow(own, other), receive: flow(other, own), sends, reachable };
  });
}

const flow = (from: Flowing, to: Flowing) =>
  to.subscribe ? MEDIA_SOURCES.filter((source) => from.publish.includes(source)) : [];
