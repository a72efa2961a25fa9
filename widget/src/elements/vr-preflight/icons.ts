/** Signs of verdicts; drawings as in ../icons.ts. */
import type { TemplateResult } from 'lit';
import type { PreflightVerdict } from '../../core/preflight/finding.js';
import { alertIcon } from '../alert-icon.js';
import { line } from '../icons.js';

export const verdictIcons: Readonly<Record<PreflightVerdict, TemplateResult>> = {
  ok: line('M20 6 9 17l-5-5'),
  warning: alertIcon,
  failed: line('M18 6 6 18M6 6l12 12'),
  skipped: line('M5 12h14'),
};
export const openIcon = line('m6 9 6 6 6-6');
