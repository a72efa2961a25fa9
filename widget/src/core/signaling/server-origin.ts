import { VideoRoomError } from '../errors.js';

/**
 * The origin of an http(s) or ws(s) address, as http(s).
 *
 * @throws VideoRoomError `server-unreachable` if it is none.
 */
export function originOf(url: string): string {
  const { protocol = '', host } = URL.canParse(url) ? new URL(url) : {};
  const scheme = /^(?:http|ws)(s?):$/.exec(protocol);
  if (!scheme) throw new VideoRoomError('server-unreachable', 'The address of the server is none');
  return `http${scheme[1] ?? ''}://${host}`;
}
