import { describe, expect, it } from '@jest/globals';
import { redact, redactText } from './redact.js';

const SDP = 'v=0\r\na=ice-ufrag:abcd\r\na=ice-pwd:hush/hush+hush\r\na=fingerprint:sha-256 AA:BB\r\na=mid:0\r\n';

describe('masking', () => {
  it('takes the secrets out of a description, and leaves the rest of it', () => {
    const masked = redactText(SDP);
    expect(masked).toBe('v=0\r\na=ice-ufrag:[masked]\r\na=ice-pwd:[masked]\r\na=fingerprint:[masked]\r\na=mid:0\r\n');
    expect(redactText(masked)).toBe(masked);
  });

  it('takes them out of a line that a browser quotes', () => {
    expect(redactText('Failed to parse SessionDescription. a=ice-pwd:hush Invalid')).not.toContain('hush');
  });

  it('leaves text within text to be read', () => {
    const inner = JSON.stringify({ type: 'offer', sdp: SDP });
    const masked = redact({ value: inner }) as { value: string };
    expect(masked.value).not.toContain('hush');
    expect(JSON.parse(masked.value)).toEqual({ type: 'offer', sdp: redactText(SDP) });
  });

  it('takes out addresses, tokens and what stands in secret fields', () => {
    const open = {
      text: 'at 192.0.2.1 and 2001:db8::1',
      token: 'x',
      inside: [{ credential: 'y' }, 'eyJhbGci.eyJzdWI.sig'],
    };
    expect(redact(open)).toEqual({
      text: 'at [address] and [address]',
      token: '[masked]',
      inside: [{ credential: '[masked]' }, '[token]'],
    });
  });
});
