/** From a session's state to what the stage shows of each person. Pure, but for the language. */
import type { ParticipantRecord } from '@video-room/protocol';
import type { SessionState } from '../core/session-state.js';
import type { ConnectionQuality } from '../core/stats/quality.js';
import { words } from '../text/en.js';

/** `interrupted`: the person or the connection with them is away and expected back. */
export type TileStatus = 'live' | 'connecting' | 'interrupted' | 'failed';

export interface PersonTile {
  /** Keeps its tile over changes: the participant id, or `own`; of a screen with `/screen` after it. */
  readonly key: string;
  /** The person, or the screen that person shares: of which all is shown. */
  readonly kind: 'person' | 'screen';
  readonly id: string | undefined;
  /** Of the person, once one is in the room. */
  readonly identity: string | undefined;
  readonly name: string;
  readonly own: boolean;
  /** What to show, if it is there. */
  readonly camera: MediaStreamTrack | undefined;
  readonly muted: boolean;
  readonly speaking: boolean;
  /** Speaks, and louder than all others; never oneself. */
  readonly loudest: boolean;
  readonly status: TileStatus;
  /** Of the connection with that person, where it does not do well; on one's own tile of one's own network. */
  readonly quality?: ConnectionQuality | undefined;
}

/**
 * Everybody one meets in the order they came, oneself last: in a meeting all who are there, elsewhere those with whom one
 * is linked. Whoever only watches a broadcast is not on its stage. A shared screen comes after its person.
 */
export function tilesOf(state: SessionState, ownName: string): PersonTile[] {
  const { room, links, you, participants } = state;
  const all = !room || room.kind === 'meeting';
  const others = [...participants.values()].filter(({ id }) => id !== you && (all || links.has(id)));
  const own = you === undefined ? undefined : participants.get(you);
  const onStage = room?.kind !== 'broadcast' || !!own?.rights.publish.length;
  return [...others.flatMap((person) => otherTiles(state, person)), ...(onStage ? ownTiles(state, ownName) : [])];
}

function ownTiles(state: SessionState, ownName: string): PersonTile[] {
  const own = ownTile(state, ownName);
  // Without the picture: a screen that shows itself shows itself within itself.
  return state.screen.track ? [own, screenTile(own, words().stage.ownScreen)] : [own];
}

function otherTiles(state: SessionState, person: ParticipantRecord): PersonTile[] {
  const tile = otherTile(state, person);
  const { screen } = state.tracks.get(person.id) ?? {};
  if (!person.media.screen || !screen) return [tile];
  return [tile, screenTile(tile, words().stage.screenOf(person.name), screen)];
}

const screenTile = (person: PersonTile, name: string, camera?: MediaStreamTrack): PersonTile => ({
  ...person,
  key: `${person.key}/screen`,
  kind: 'screen',
  name,
  camera,
  muted: false,
  speaking: false,
  loudest: false,
  quality: undefined,
});

function ownTile(state: SessionState, ownName: string): PersonTile {
  const { camera, microphone } = state.devices;
  const known = state.you === undefined ? undefined : state.participants.get(state.you);
  const muted = !(microphone.wanted && microphone.status === 'on');
  return {
    key: 'own',
    kind: 'person',
    id: state.you,
    identity: known?.identity,
    name: known?.name ?? ownName,
    own: true,
    camera: camera.wanted ? camera.track : undefined,
    muted,
    speaking: !muted && state.you !== undefined && state.speaking.has(state.you),
    loudest: false,
    status: 'live',
    quality: state.you === undefined ? undefined : state.quality.get(state.you),
  };
}

function otherTile(state: SessionState, person: ParticipantRecord): PersonTile {
  const tracks = state.tracks.get(person.id);
  const [loudest] = [...state.speaking].filter((id) => id !== state.you);
  const status = statusOf(state, person);
  return {
    key: person.id,
    kind: 'person',
    id: person.id,
    identity: person.identity,
    name: person.name,
    own: false,
    camera: person.media.camera && !state.soundOnly ? tracks?.camera : undefined,
    muted: !person.media.microphone,
    speaking: person.media.microphone && state.speaking.has(person.id),
    loudest: person.media.microphone && loudest === person.id,
    status,
    quality: status === 'live' ? state.quality.get(person.id) : undefined,
  };
}

function statusOf(state: SessionState, person: ParticipantRecord): TileStatus {
  const link = state.links.get(person.id);
  if (link === 'failed') return 'failed';
  // Media does not need the socket: while it flows, a lost one is nothing to see.
  if (link === 'connected') return 'live';
  if (person.connection === 'away' || link === 'interrupted') return 'interrupted';
  return link || person.rights.publish.length > 0 ? 'connecting' : 'live';
}
