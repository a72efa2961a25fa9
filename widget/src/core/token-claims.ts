/**
 * A look at what a token says, without verifying it: which seat it is for and whether devices are of any use with it.
 * Only the server judges tokens; nothing here grants anything.
 */
import { DEVICE_SOURCES, type DeviceSource } from '@video-room/protocol';

export interface TokenClaims {
  /** Names the seat, to keep the resume keys of different rooms and people apart. */
  seat: string;
  /** Whom it is for. */
  identity: string | undefined;
  /** Devices whose sound and picture the token seems to allow to send. */
  publish: DeviceSource[];
  /** Those of them that may open before it is known what happens in the room: none where people call each other. */
  preview: DeviceSource[];
}

interface Payload {
  sub?: string;
  video?: { room?: unknown; canPublish?: unknown; canPublishSources?: unknown };
  videoRoom?: { kind?: unknown };
}

export function peekClaims(token: string): TokenClaims {
  const { sub, video, videoRoom } = decode(token);
  const sources = video?.canPublishSources;
  const publish =
    video?.canPublish === false
      ? []
      : DEVICE_SOURCES.filter((source) => !Array.isArray(sources) || sources.length === 0 || sources.includes(source));
  return {
    seat: JSON.stringify([video?.room, sub]),
    identity: sub,
    publish,
    preview: videoRoom?.kind === 'call' ? [] : publish,
  };
}

function decode(token: string): Payload {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0));
    return (JSON.parse(new TextDecoder().decode(bytes)) ?? {}) as Payload;
  } catch {
    return {};
  }
}
