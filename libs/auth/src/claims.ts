/**
 * What stands in a room token. The claims are those of LiveKit access tokens, so that its server SDKs mint tokens for
 * us; what they have no place for stands under one claim of ours, `videoRoom`. Claims we do not know are ignored.
 */
import { LIMITS, MEDIA_SOURCES, ROOM_ACCESS, ROOM_KINDS, type MediaSource, type Rights } from '@video-room/protocol';
import { z } from 'zod';

export const roomName = z.string().min(1).max(LIMITS.roomNameLength);
export const identity = z.string().min(1).max(LIMITS.identityLength);
export const metadata = z.string().max(LIMITS.metadataLength);
export const attributes = z
  .record(z.string().min(1).max(LIMITS.attributeKeyLength), z.string().max(LIMITS.attributeValueLength))
  .refine((all) => Object.keys(all).length <= LIMITS.attributeCount, `at most ${LIMITS.attributeCount} attributes`);

/** The sources as tokens name them: LiveKit's names. */
export const PUBLISH_SOURCES = ['camera', 'microphone', 'screen_share', 'screen_share_audio'] as const;

const IN_TOKENS: Readonly<Record<MediaSource, (typeof PUBLISH_SOURCES)[number]>> = {
  microphone: 'microphone',
  camera: 'camera',
  screen: 'screen_share',
  screenAudio: 'screen_share_audio',
};

/** The grants a room token gives. Left out means true for the first four (LiveKit's defaults), false for the others. */
export const videoGrants = z.object({
  canPublish: z.boolean().optional(),
  /** Which sources, if it may publish. Left out or empty: all. */
  canPublishSources: z.array(z.string().max(64)).max(16).optional(),
  canSubscribe: z.boolean().optional(),
  canPublishData: z.boolean().optional(),
  roomAdmin: z.boolean().optional(),
  hidden: z.boolean().optional(),
});
export type VideoGrants = z.infer<typeof videoGrants>;

/** How to make the room if it does not exist yet; `callsAddUp` and `ownRelayOnly` are about the holder alone. */
export const roomSettings = z.object({
  kind: z.enum(ROOM_KINDS).optional(),
  access: z.enum(ROOM_ACCESS).optional(),
  capacity: z.int().min(1).max(LIMITS.roomCapacity).optional(),
  metadata: metadata.optional(),
  showWatchers: z.boolean().optional(),
  /** Whether the room keeps a timeline. */
  timeline: z.boolean().optional(),
  /** Whether all links in the room are relay-only. */
  relayOnly: z.boolean().optional(),
  /** What `Choices.addUp` of the holder is until it says otherwise. */
  callsAddUp: z.boolean().optional(),
  /** Whether the holder's links are relay-only, whatever the room's are. */
  ownRelayOnly: z.boolean().optional(),
});
export type RoomSettings = z.infer<typeof roomSettings>;

export const origins = z.array(z.string().min(1).max(LIMITS.originLength)).min(1).max(LIMITS.originCount);

export const roomClaims = z.object({
  sub: identity,
  exp: z.number(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
  /** A token for a named audience is for somebody else (RFC 7519 section 4.1.3). */
  aud: z.undefined().optional(),
  name: z
    .string()
    .max(LIMITS.nameLength * 8)
    .optional(),
  metadata: metadata.optional(),
  attributes: attributes.optional(),
  video: videoGrants.extend({ room: roomName, roomJoin: z.literal(true) }),
  videoRoom: roomSettings.extend({ origins: origins.optional() }).optional(),
});
export type RoomClaims = z.infer<typeof roomClaims>;

/** What a verified token lets its holder do. */
export interface RoomGrant {
  /** Id of the API key that signed the token. */
  keyId: string;
  room: string;
  identity: string;
  /** As it stands in the token; not yet cleaned. */
  name?: string;
  metadata: string;
  attributes: Record<string, string>;
  rights: Rights;
  /** Not shown to others and linked with nobody. */
  hidden: boolean;
  settings: RoomSettings;
  /** When the token ends, in milliseconds since 1970. */
  expiresAt: number;
  /** When the token was made by its signer's clock (`iat`, else `nbf`), in milliseconds since 1970. */
  issuedAt?: number;
  /** Origins the token may be used from; undefined: any the server allows. */
  origins?: string[];
}

/** One list for all who may send everything, as almost all may: each is kept for as long as somebody is there. */
const EVERYTHING: MediaSource[] = [...MEDIA_SOURCES];

/** LiveKit's grants in the wire's terms. */
export function rightsOf(grants: VideoGrants): Rights {
  const sources = grants.canPublishSources ?? [];
  const some = (): MediaSource[] => MEDIA_SOURCES.filter((source) => sources.includes(IN_TOKENS[source]));
  const all = sources.length === 0 ? EVERYTHING : some();
  return {
    publish: grants.canPublish === false ? [] : all,
    subscribe: grants.canSubscribe !== false,
    publishData: grants.canPublishData !== false,
    admin: grants.roomAdmin === true,
  };
}
