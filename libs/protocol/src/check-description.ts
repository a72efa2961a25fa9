/**
 * Bounds of a session description: what no browser would write and what would cost another one much. Not a parser: whether
 * it makes sense, the browser that gets it says. One pass over the lines, nothing is kept.
 */
import { isCandidateLine } from './check-candidate.js';
import * as LIMITS from './limits.js';

/** Anything but printable text, tabs and ends of lines. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;
const TYPE = /^[a-z]=/;

/** Whether this could be a browser's session description. */
export function isDescription(sdp: string): boolean {
  if (sdp.length > LIMITS.sdpLength || !sdp.startsWith('v=0') || CONTROL.test(sdp)) return false;
  let [lines, sections, candidates] = [0, 0, 0];
  for (let start = 0; start < sdp.length; lines += 1) {
    const end = endOfLine(sdp, start);
    // A return is an end of a line only together with what follows it.
    const isPair = end < sdp.length && sdp[end - 1] === '\r';
    const line = sdp.slice(start, isPair ? end - 1 : end);
    start = end + 1;
    if (lines >= LIMITS.sdpLines || line.length > LIMITS.sdpLineLength || !TYPE.test(line)) return false;
    if (line.includes('\r')) return false;
    if (line.startsWith('m=') && (sections += 1) > LIMITS.sdpSections) return false;
    if (line.startsWith('a=candidate:')) {
      candidates += 1;
      if (candidates > LIMITS.candidates || !isCandidateLine(line.slice(2))) return false;
    }
  }
  return true;
}

function endOfLine(sdp: string, start: number): number {
  const end = sdp.indexOf('\n', start);
  return end === -1 ? sdp.length : end;
}
