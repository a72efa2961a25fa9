import { describe, expect, it } from '@jest/globals';
import { sdpSummary, sectionsOf } from './sdp-sections.js';

const HEAD = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-'];
const AUDIO = ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=mid:0', 'a=sendrecv', 'a=rtpmap:111 opus/48000/2'];
const VIDEO = ['m=video 9 UDP/TLS/RTP/SAVPF 96 97', 'a=sendonly', 'a=rtpmap:96 VP8/90000', 'a=rtpmap:97 rtx/90000'];
const sdp = (...parts: string[][]) => `${parts.flat().join('\r\n')}\r\n`;

describe('a session description for people', () => {
  it('is told in one line', () => {
    expect(sdpSummary(sdp(HEAD, AUDIO, VIDEO, VIDEO))).toMatch(/^1 audio, 2 video · 0\.\d kB$/);
    expect(sdpSummary('')).toBe(' · 0.0 kB');
  });

  it('has a head and one part for each media section, with kind, direction and codecs', () => {
    expect(sectionsOf(sdp(HEAD, AUDIO, VIDEO)).map(({ title }) => title)).toEqual([
      'session',
      'audio · sendrecv · opus',
      'video · sendonly · VP8, rtx',
    ]);
    expect(sectionsOf(sdp(HEAD, ['m=video 0 UDP/TLS/RTP/SAVPF 96'])).at(-1)?.title).toBe('video · rejected');
  });

  it('marks what is new and what is gone against the one before, and nothing in the first', () => {
    const muted = AUDIO.map((line) => line.replace('sendrecv', 'inactive'));
    const changes = (sections: ReturnType<typeof sectionsOf>) =>
      sections.flatMap(({ lines }) =>
        lines.flatMap(({ text, change }) => (change === 'same' ? [] : [`${change} ${text}`])),
      );
    expect(changes(sectionsOf(sdp(HEAD, AUDIO)))).toEqual([]);
    expect(changes(sectionsOf(sdp(HEAD, muted), sdp(HEAD, AUDIO)))).toEqual(['new a=inactive', 'gone a=sendrecv']);
    expect(changes(sectionsOf(sdp(HEAD, AUDIO, VIDEO), sdp(HEAD, AUDIO)))).toEqual(VIDEO.map((line) => `new ${line}`));
    expect(changes(sectionsOf(sdp(HEAD), sdp(HEAD, AUDIO)))).toEqual(AUDIO.map((line) => `gone ${line}`));
  });
});
