import { describe, expect, it } from '@jest/globals';
import { soundOrder, withOpusWishes } from './sound-coding.js';

const sdp = (...lines: string[]) => ['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 0', ...lines, ''].join('\r\n');

describe('what is wanted of sound', () => {
  it('is said beside what the browser says already', () => {
    const before = sdp('a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10;useinbandfec=1', 'a=rtpmap:0 PCMU/8000');
    expect(withOpusWishes(before)).toBe(
      before.replace('minptime=10;useinbandfec=1', 'minptime=10;useinbandfec=1;usedtx=1'),
    );
  });

  it('replaces what it contradicts', () => {
    const before = sdp('a=rtpmap:109 opus/48000/2', 'a=fmtp:109 maxplaybackrate=48000; usedtx=0; useinbandfec=0');
    expect(withOpusWishes(before)).toContain('a=fmtp:109 maxplaybackrate=48000;useinbandfec=1;usedtx=1\r\n');
  });

  it('is said twice as well as once', () => {
    const once = withOpusWishes(sdp('a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10'));
    expect(withOpusWishes(once)).toBe(once);
  });

  it.each([
    ['another codec', sdp('a=rtpmap:63 red/48000/2', 'a=fmtp:63 111/111')],
    ['pictures', sdp('a=rtpmap:96 VP8/90000', 'a=fmtp:96 max-fr=30')],
    ['a payload of which the number only begins alike', sdp('a=rtpmap:11 opus/48000/2', 'a=fmtp:111 111/111')],
    ['nothing', ''],
  ])('leaves %s alone', (_what, before) => {
    expect(withOpusWishes(before)).toBe(before);
  });

  const codecs = (...names: string[]) => names.map((name) => ({ mimeType: `audio/${name}` }));

  it('is RED first, and the others as they were', () => {
    expect(soundOrder(codecs('opus', 'red', 'G722', 'CN'))).toEqual(codecs('red', 'opus', 'G722', 'CN'));
  });

  it('changes nothing where there is no RED', () => {
    expect(soundOrder(codecs('opus', 'G722'))).toBeUndefined();
    expect(soundOrder([])).toBeUndefined();
  });
});
