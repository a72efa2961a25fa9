/** Which way a media section goes, by what the two ends may send. Pure. */
import type { MediaSource } from '@video-room/protocol';
import type { WantedLink } from '../media-engine.js';

export function directionOf(
  source: MediaSource,
  { send, receive }: Pick<WantedLink, 'send' | 'receive'>,
): RTCRtpTransceiverDirection {
  if (send.includes(source)) return receive.includes(source) ? 'sendrecv' : 'sendonly';
  return receive.includes(source) ? 'recvonly' : 'inactive';
}
