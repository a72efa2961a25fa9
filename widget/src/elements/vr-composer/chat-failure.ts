/** What is said of a message that was not sent, by what the server said of it. */
import type { VideoRoomErrorCode } from '../../core/errors.js';
import { chatWords } from '../../text/en-chat.js';

type Failed = ReturnType<typeof chatWords>['failed'];

const KNOWN: Partial<Record<VideoRoomErrorCode, keyof Failed>> = {
  'rate-limited': 'tooMany',
  'not-allowed': 'notAllowed',
  'no-such-participant': 'gone',
  'server-unreachable': 'unreachable',
};

export const failureWords = (code: VideoRoomErrorCode): string => chatWords().failed[KNOWN[code] ?? 'other'];
