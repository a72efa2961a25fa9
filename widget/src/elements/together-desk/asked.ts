/** What somebody who moderates asks of one: to turn a source on. Pure. */
import type { MediaSource, Speaker } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';
import { isSwitchedOn } from '../../events/changes.js';

export interface Asked {
  readonly source: Exclude<MediaSource, 'screenAudio'>;
  /** Undefined: the site's backend. */
  readonly by: Speaker | undefined;
}

/** The sound of a screen comes with the screen. */
export const askedSource = (source: MediaSource): Asked['source'] => (source === 'screenAudio' ? 'screen' : source);

/** Whether there is anything to answer: not to what is on already. */
export const isNeeded = ({ source }: Asked, { devices, screen }: SessionState): boolean =>
  source === 'screen' ? !screen.track : !isSwitchedOn(devices[source]);
