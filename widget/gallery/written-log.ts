/** Lines as a call of four writes them, for looking at the overlay. */
import type { Logger } from '@video-room/log';

export function writeLog(log: Logger): void {
  const signal = log.with({ category: 'signal' });
  signal.info('ready', { room: 'standup', people: 4, engine: 'mesh', server: '0.1.0' });
  for (const person of ['p1', 'p2', 'p3']) {
    log
      .with({ category: 'negotiate', person, cause: 'a41f:1' })
      .debug('offer made', { audio: 1, video: 1, bytes: 3102 });
    log.with({ category: 'signal', person, cause: 'a41f:1' }).debug('offer sent', { acknowledgedMs: 4 });
    log
      .with({ category: 'ice', person })
      .debug('candidate found', { type: 'host', protocol: 'udp', address: '192.168.7.12' });
    log.with({ category: 'signal', person, cause: 'a41f:2' }).debug('answer received');
    log.with({ category: 'negotiate', person }).debug('stable', { polite: person !== 'p2' });
    if (person === 'p3') {
      log.with({ category: 'ice', person }).warn('no direct path yet', { seconds: 2.3, trying: 'relay' });
    }
    log
      .with({ category: 'ice', person })
      .info('connected', { local: 'host', remote: 'prflx', protocol: 'udp', rttMs: 12 });
    log
      .with({ category: 'media', person })
      .info('first picture', { width: 1280, height: 720, codec: 'VP8', afterMs: 118 });
  }
  log.with({ category: 'media' }).error('device failed', { source: 'microphone', code: 'device-in-use' });
  log.with({ category: 'media' }).info('device on', { source: 'microphone' });
}
