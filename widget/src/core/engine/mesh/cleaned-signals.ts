/**
 * What leaves an end of a relay-only link: nothing that tells an address. Few links are, so what cleans is loaded with the
 * first of them; until it is there, signals wait in their order, and without it none leaves.
 */
import type { Logger } from '@video-room/log';
import type { NumberedSignal } from './negotiator.js';

/** @param send gets what is left of each signal, if anything is. */
export function cleanedSignals(send: (signal: NumberedSignal) => void, log: Logger): (signal: NumberedSignal) => void {
  const cleaning = import('@video-room/protocol/relay-only');
  return (signal) => {
    cleaning.then(
      ({ withoutAddresses }) => {
        const said = withoutAddresses(signal);
        if (said) send(said);
      },
      (cause: unknown) => log.error('signal kept back', { kind: signal.kind, cause: String(cause) }),
    );
  };
}
