/**
 * Whether a stranger's value is JSON that can be passed on: bounded in depth before anything that recurses looks at it,
 * and in size. Binary attachments of Socket.IO are objects, too, but not plain ones.
 */
import * as LIMITS from './limits.js';

export const isSmallJson = (value: unknown): boolean =>
  isJson(value, LIMITS.payloadDepth) && new TextEncoder().encode(JSON.stringify(value)).length <= LIMITS.payloadBytes;

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
