import { describe, expect, it } from '@jest/globals';
import { isDescription } from './check-description.js';
import * as LIMITS from './limits.js';

const lines = (...more: string[]) => ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', ...more].join('\r\n');
const times = (count: number, line: string) => Array.from({ length: count }, () => line);
const CANDIDATE = 'a=candidate:1 1 udp 1 192.0.2.1 5000 typ host';

describe('a session description', () => {
  it.each([
    ['of one line', 'v=0'],
    ['with an end of line at its end', `${lines()}\r\n`],
    ['with bare line feeds', 'v=0\ns=-\n'],
    ['with candidates', lines('m=audio 9 UDP/TLS/RTP/SAVPF 111', CANDIDATE)],
    ['with as many lines as may be', lines(...times(LIMITS.sdpLines - 4, 'a=x'))],
    ['with as many sections as may be', lines(...times(LIMITS.sdpSections, 'm=video 9 UDP/TLS/RTP/SAVPF 96'))],
    ['with as many candidates as may be', lines(...times(LIMITS.candidates, CANDIDATE))],
    ['with as long a line as may be', lines(`a=${'x'.repeat(LIMITS.sdpLineLength - 2)}`)],
    ['with words in another script', lines('i=Gespräch 会議\tx')],
  ])('%s is taken', (_, sdp) => expect(isDescription(sdp)).toBe(true));

  it.each([
    ['that is empty', ''],
    ['of another version', 'v=1\r\n'],
    ['that is something else', '<svg onload=alert(1)>'],
    ['with one line too many', lines(...times(LIMITS.sdpLines - 3, 'a=x'))],
    ['with one section too many', lines(...times(LIMITS.sdpSections + 1, 'm=video 0 RTP/AVP 96'))],
    ['with one candidate too many', lines(...times(LIMITS.candidates + 1, CANDIDATE))],
    ['with a line that is too long', lines(`a=${'x'.repeat(LIMITS.sdpLineLength - 1)}`)],
    ['that is too long in all', lines(...times(700, `a=${'x'.repeat(100)}`))],
    ['with an empty line', lines('', 'a=x')],
    ['with a line of no type', lines('ice-lite')],
    ['with a NUL', lines('a=\0')],
    ['with an escape', lines('a=\u001b[31m')],
    ['with a carriage return inside a line', lines('a=x\ra=ice-lite')],
    ['with a carriage return and nothing after it', `${lines()}\r`],
    ['with a candidate that names a host', lines('a=candidate:1 1 udp 1 intranet.example 80 typ host')],
  ])('%s is refused', (_, sdp) => expect(isDescription(sdp)).toBe(false));
});
