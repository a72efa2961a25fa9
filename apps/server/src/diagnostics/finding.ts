/** What the diagnostics say: one finding for each thing that was looked at. */
import { FINDINGS, type FindingCode } from './finding-codes.js';

/** From best to worst. `skipped`: it could not be, or need not be, looked at. */
export const VERDICTS = ['skipped', 'ok', 'warning', 'failed'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CHECKS = [
  'configuration',
  'relays',
  'secrets',
  'origins',
  'demo',
  'transport',
  'turn',
  'stun',
  'public-url',
  'certificate',
  'clock',
  'disk',
  'descriptors',
] as const;
export type CheckId = (typeof CHECKS)[number];

/** Particulars. Never a secret or a credential. */
export type FindingDetail = Readonly<Record<string, string | number>>;

export interface Finding {
  check: CheckId;
  /** Which of several of the kind: a URL or the name of a setting. */
  subject?: string;
  verdict: Verdict;
  code: FindingCode;
  meaning: string;
  /** What the operator must do. Absent where nothing is to be done. */
  remedy?: string;
  detail?: FindingDetail;
}

export function finding(
  check: CheckId,
  code: FindingCode,
  about: { subject?: string; detail?: FindingDetail } = {},
): Finding {
  const { subject, detail } = about;
  return {
    check,
    ...(subject !== undefined && { subject }),
    code,
    ...FINDINGS[code],
    ...(detail && { detail }),
  };
}

/** The worst of all; what was skipped does not count. */
export function worstOf(findings: readonly Finding[]): Exclude<Verdict, 'skipped'> {
  if (findings.some(({ verdict }) => verdict === 'failed')) return 'failed';
  return findings.some(({ verdict }) => verdict === 'warning') ? 'warning' : 'ok';
}
