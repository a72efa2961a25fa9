/** A result as lines of text for whoever helps: codes, not words, so that any language will do. Pure. */
import { redactText } from '@video-room/log';
import { LAYER_OF, PREFLIGHT_LAYERS, type PreflightFinding, type PreflightResult } from './finding.js';

export function reportText({
  verdict,
  layers,
  findings,
  startedAt,
  durationMs,
}: Omit<PreflightResult, 'text'>): string {
  const lines = [
    `Video Room preflight: ${verdict}`,
    `${new Date(startedAt).toISOString()}, ${(durationMs / 1000).toFixed(1)} s`,
    ...PREFLIGHT_LAYERS.flatMap((layer) => [
      '',
      `${layer}: ${layers[layer]}`,
      ...findings.filter(({ check }) => LAYER_OF[check] === layer).map(line),
    ]),
  ];
  // Nothing of the kind is in a finding; what a server or a browser says of itself is not ours to trust.
  return redactText(lines.join('\n'));
}

function line({ check, verdict, code, detail }: PreflightFinding): string {
  const facts = Object.entries(detail).map(([name, value]) => `${name} ${[value].flat().join(', ')}`);
  return [`  ${check}: ${verdict}`, code === 'ok' ? '' : ` ${code}`, facts.length ? ` (${facts.join('; ')})` : ''].join(
    '',
  );
}
