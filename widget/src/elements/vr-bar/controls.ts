/**
 * The buttons of the bar, in the order in which they stand, and which of them a page wants. Those the bar does not draw
 * itself are brought by the parts that are loaded later, each in the slot of its name.
 */
export const CONTROLS = [
  'microphone',
  'camera',
  'devices',
  'screen',
  'hand',
  'reactions',
  'chat',
  'people',
  'debug',
  'more',
  'leave',
] as const;

export type ControlName = (typeof CONTROLS)[number];

/** @param named their names, as a page writes them; all if it says nothing. Names that are none count for nothing. */
export function controlsOf(named: string | null | undefined): ReadonlySet<ControlName> {
  const wanted = new Set(
    String(named ?? '')
      .toLowerCase()
      .split(/[\s,]+/),
  );
  return new Set(named == null ? CONTROLS : CONTROLS.filter((name) => wanted.has(name)));
}
