/**
 * Which public events tell how connections do, from one state to the next. Pure; apart from changes.ts because nothing is
 * known of it before all of a room is loaded.
 */
import type { SessionState } from '../core/session-state.js';
import { QualityChangedEvent } from './quality-changed.js';

export function qualityChanges(previous: SessionState, state: SessionState): QualityChangedEvent[] {
  if (previous.quality === state.quality) return [];
  const ids = new Set([...previous.quality.keys(), ...state.quality.keys()]);
  return [...ids].flatMap((id) => {
    const participant = state.participants.get(id);
    const before = previous.quality.get(id) ?? 'good';
    const now = state.quality.get(id) ?? 'good';
    return participant && now !== before ? [new QualityChangedEvent(participant, now, before)] : [];
  });
}
