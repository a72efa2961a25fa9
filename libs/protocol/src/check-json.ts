/**
 * Whether a stranger's value is JSON that can be passed on: bounded in depth before anything that recurses looks at it,
 * and in size. Binary attachments of Socket.IO are objects, too, but not plain ones.
 */
import * as LIMITS from './limits.js';

/** How large it may be as JSON in UTF-8, and how deep it may be nested. */
export interface JsonBounds {
  bytes: number;
  depth: number;
}

const OF_PAYLOADS: JsonBounds = { bytes: LIMITS.payloadBytes, depth: LIMITS.payloadDepth };

export const isSmallJson = (value: unknown, { bytes, depth }: JsonBounds = OF_PAYLOADS): boolean =>
  isJson(value, depth) && new TextEncoder().encode(JSON.stringify(value)).length <= bytes;

function isJson(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null) return true;
      if (depth === 0 || !isPlain(value)) return false;
      return Object.values(value).every((inner) => isJson(inner, depth - 1));
    default:
      return false;
  }
}

const isPlain = (value: object): boolean => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
