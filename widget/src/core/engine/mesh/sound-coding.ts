/**
 * How sound is to be coded: Opus, with nothing sent during silence (DTX) and repaired where packets are lost (FEC, and RED
 * where the browser has it: each packet carries the one before it, too). Pure but for `preferRed`. What one wants to get is said in one's own
 * description (RFC 7587), which the other end reads: it is changed on its way there only, as browsers want their own back
 * as they made it.
 */

const WANTED = { useinbandfec: '1', usedtx: '1' };

/** The description with what one wants of Opus. One without Opus is left as it is. */
export function withOpusWishes(sdp: string): string {
  return [...sdp.matchAll(/^a=rtpmap:(\d+) opus\//gim)].reduce(
    (text, [, payload]) => text.replace(new RegExp(`^(a=fmtp:${payload} )(.*?)(\\r?)$`, 'gm'), wish),
    sdp,
  );
}

function wish(_line: string, start: string, parameters: string, end: string): string {
  const names = Object.keys(WANTED);
  const others = parameters.split(';').map((parameter) => parameter.trim());
  const kept = others.filter((parameter) => !names.some((name) => parameter.startsWith(`${name}=`)));
  return `${start}${[...kept, ...Object.entries(WANTED).map((pair) => pair.join('='))].join(';')}${end}`;
}

/** The order in which to offer codecs of sound: with RED first; undefined where there is none, as then nothing is to be changed. */
export function soundOrder<Codec extends { mimeType: string }>(codecs: readonly Codec[]): Codec[] | undefined {
  const isRed = ({ mimeType }: Codec) => mimeType.toLowerCase() === 'audio/red';
  if (!codecs.some(isRed)) return undefined;
  return [...codecs.filter(isRed), ...codecs.filter((codec) => !isRed(codec))];
}

/** Not in every browser. */
export function preferRed(transceiver: RTCRtpTransceiver): void {
  const order = soundOrder(RTCRtpReceiver.getCapabilities?.('audio')?.codecs ?? []);
  if (order) transceiver.setCodecPreferences?.(order);
}
