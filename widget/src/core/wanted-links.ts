/** Which links the engine should carry, and what may flow over each: pure, from the server's records. */
import {
  MEDIA_SOURCES,
  type LinkRecord,
  type ParticipantId,
  type ParticipantRecord,
  type Rights,
} from '@video-room/protocol';
import type { WantedLink } from './engine/media-engine.js';

export function wantedLinks(
  links: Iterable<LinkRecord>,
  participants: ReadonlyMap<ParticipantId, ParticipantRecord>,
  you: ParticipantId,
): WantedLink[] {
  const own = participants.get(you)?.rights;
  if (!own) return [];
  return [...links].flatMap((link) => {
    const other = participants.get(link.peer)?.rights;
    return other ? [{ ...link, send: flow(own, other), receive: flow(other, own) }] : [];
  });
}

const flow = (from: Rights, to: Rights) =>
  to.subscribe ? MEDIA_SOURCES.filter((source) => from.publish.includes(source)) : [];
