/** The parts of the element that are loaded later, beside those its base classes have. */
import type { LogTelling } from '../../controllers/log-telling.js';
import type { SessionController } from '../../controllers/session-controller.js';
import type { CallDesk } from '../call-desk/call-desk.js';
import type { MediaDesk } from '../media-desk/media-desk.js';
import { LazyPart, type LazyPartOptions } from './lazy-part.js';
import type { VideoRoomElement } from './video-room.js';

/** @param common what all of them need. */
export const laterParts = (
  room: VideoRoomElement,
  session: SessionController,
  common: Pick<LazyPartOptions<object>, 'bus' | 'onChange'>,
) => ({
  /** For calls, doors and broadcasts. */
  desk: new LazyPart<CallDesk>({
    ...common,
    name: 'call desk',
    load: async () => new (await import('../call-desk/call-desk.js')).CallDesk(room),
  }),
  /** Once one is in a room. */
  media: new LazyPart<MediaDesk>({
    ...common,
    name: 'media desk',
    load: async () => new (await import('../media-desk/media-desk.js')).MediaDesk(room, session),
  }),
  /** While one is not. */
  notice: new LazyPart({ ...common, name: 'notices', load: () => import('../vr-notice/vr-notice.js') }),
  /** While the page wants to be told what is recorded. */
  telling: new LazyPart<LogTelling>({
    ...common,
    name: 'log events',
    load: async () => new (await import('../../controllers/log-telling.js')).LogTelling(room),
  }),
  overlay: new LazyPart({ ...common, name: 'debug overlay', load: () => import('../vr-debug/vr-debug.js') }),
});
