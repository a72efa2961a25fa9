/** What happens when somebody who moderates has muted what one sends. */
import type { MediaSource } from '@video-room/protocol';
import type { Session } from './session.js';

/** Turns off what one sends. Returns whether it was on. */
export function muteOwn(source: MediaSource, session: Pick<Session, 'state' | 'shareScreen' | 'setWanted'>): boolean {
  const { devices, screen } = session.state;
  if (source === 'screen') {
    session.shareScreen(false);
    return !!screen.track;
  }
  if (source === 'screenAudio') {
    screen.audio?.stop();
    return !!screen.audio;
  }
  session.setWanted(source, false);
  return devices[source].wanted;
}
