/** Lines as a call of four writes them, for looking at the overlay. */
import type { LogBus, Logger } from '@video-room/log';
import type { LinkLine } from '../src/core/timeline/room-timeline.js';

const SDP = [
  'v=0',
  'o=- 4611 2 IN IP4 127.0.0.1',
  's=-',
  'a=group:BUNDLE 0 1',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
  'a=mid:0',
  'a=sendrecv',
  'a=rtpmap:111 opus/48000/2',
  'a=rtpmap:63 red/48000/2',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97',
  'a=mid:1',
  'a=sendrecv',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  '',
].join('\r\n');

export function writeLog(log: Logger): void {
  const signal = log.with({ category: 'signal' });
  signal.info('ready', { room: 'standup', people: 4, engine: 'mesh', server: '0.1.0' });
  for (const person of ['p1', 'p2', 'p3']) {
    log.with({ category: 'negotiate', person, cause: 'a41f:1' }).debug('offer made', { seq: 1, sdp: SDP });
    log.with({ category: 'signal', person, cause: 'a41f:1' }).debug('offer sent', { acknowledgedMs: 4 });
    log
      .with({ category: 'ice', person })
      .debug('candidate found', { type: 'host', protocol: 'udp', address: '192.168.7.12' });
    log.with({ category: 'signal', person, cause: 'a41f:2' }).debug('answer received');
    log.with({ category: 'negotiate', person }).debug('stable', { polite: person !== 'p2' });
    if (person === 'p3') {
      log.with({ category: 'ice', person }).warn('no direct path yet', { seconds: 2.3, trying: 'relay' });
    }
    log.with({ category: 'track', person }).debug('track arrived', { source: 'camera' });
    log.with({ category: 'decision', person }).debug('encoding', { source: 'camera', maxFramerate: 30 });
    log
      .with({ category: 'ice', person })
      .info('connected', { local: 'host', remote: 'prflx', protocol: 'udp', rttMs: 12 });
  }
  log.with({ category: 'timer' }).debug('timer set', { for: 'repair', afterMs: 5000 });
  log.with({ category: 'permission' }).debug('permission', { source: 'microphone', state: 'granted' });
  log.with({ category: 'device' }).error('device failed', { source: 'microphone', code: 'device-in-use' });
  log.with({ category: 'device' }).info('device on', { source: 'microphone' });
}

/** How a connection comes about that only a relay makes possible, and that takes long. */
export function writeLadder(bus: LogBus, person: string): void {
  const start = Date.now() - 20_000;
  const line = (afterMs: number, text: string, detail?: Record<string, unknown>, cause?: string) =>
    bus.write({
      time: start + afterMs,
      level: 'debug',
      category: 'ice',
      person,
      text,
      ...(detail && { detail }),
      ...(cause && { cause }),
    });
  line(0, 'offer sent', { delivered: true }, 'a41f:1');
  line(4, 'offer acknowledged', { afterMs: 4 }, 'a41f:1');
  line(5, 'gathering', { state: 'gathering' });
  line(8, 'candidate sent', undefined, 'a41f:2');
  line(9, 'candidate sent', undefined, 'a41f:3');
  line(36, 'answer received', { sdp: SDP }, 'a41f:1');
  line(38, 'connection', { state: 'connecting' });
  line(61, 'candidate received', { candidate: 'candidate:1 1 udp 1 192.0.2.7 9 typ srflx' }, 'a41f:2');
  line(3_150, 'connection', { state: 'connected' });
  line(3_160, 'path chosen', { local: 'relay', remote: 'srflx', protocol: 'tcp', rttMs: 61 });
}

/** What the server and the other end say of the same connection. */
export function toldLadder(bus: LogBus, person: string, you: string): LinkLine[] {
  const start = bus.entries().find((entry) => entry.person === person)?.time ?? 0;
  const line = (afterMs: number, from: string, about: string, text: string, more: Partial<LinkLine>): LinkLine => ({
    time: start + afterMs,
    from,
    level: 'debug',
    category: 'signal',
    person: about,
    text,
    ...more,
  });
  return [
    line(2, 'server', you, 'signal relayed', { cause: 'a41f:1', detail: { kind: 'offer' } }),
    line(17, person, you, 'offer received', { cause: 'a41f:1' }),
    line(22, person, you, 'connection', { detail: { state: 'connecting' } }),
    line(24, person, you, 'answer sent', { cause: 'a41f:1' }),
    line(30, 'server', person, 'signal relayed', { cause: 'a41f:1', detail: { kind: 'answer' } }),
    line(40, 'server', you, 'signal held', { cause: 'a41f:3', detail: { kind: 'candidate' } }),
    line(3_155, person, you, 'connection', { detail: { state: 'connected' } }),
  ];
}
