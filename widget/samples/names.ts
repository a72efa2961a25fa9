/** For the samples: the names that listeners must have, worked out from the element's own map of events. */
import type { VideoRoomEventMap } from 'video-room';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Camel<Rest>}`
  : Capitalize<Name>;

/** `call-request` as `onCallRequest`, for every event there is. */
export type ListenerNames = `on${Camel<keyof VideoRoomEventMap>}`;

export type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
