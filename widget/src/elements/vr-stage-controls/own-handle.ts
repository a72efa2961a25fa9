/** Lets one's own floating tile be taken by pointer or moved by arrow keys. Says where it is wanted; moves nothing itself. */
import { StageActionEvent, type StageAction } from '../../events/stage-action.js';
import { cornerBy } from '../stage-layouts/corners.js';
import type { Corner } from '../vr-stage/layout.js';

/** A tap is not meant as a move. */
const LEAST_MOVE_PX = 4;

/** Begins a drag at a `pointerdown`, and follows it to its end. */
export function startDrag(down: PointerEvent, ask: (event: StageActionEvent) => void): void {
  const handle = down.currentTarget as HTMLElement;
  if (down.button !== 0) return;
  handle.setPointerCapture(down.pointerId);
  let moved = false;
  const tell = (type: 'drag' | 'drop', { clientX, clientY }: PointerEvent) =>
    ask(new StageActionEvent({ type, across: clientX - down.clientX, along: clientY - down.clientY }));
  const move = (event: PointerEvent) => {
    moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= LEAST_MOVE_PX;
    if (moved) tell('drag', event);
  };
  const end = (event: PointerEvent) => {
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', end);
    handle.removeEventListener('pointercancel', end);
    if (moved) tell('drop', event.type === 'pointerup' ? event : down);
  };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
}

/** What an arrow key on the handle asks for. */
export function moveByKey(event: KeyboardEvent, corner: Corner): StageAction | undefined {
  const rtl = (event.currentTarget as HTMLElement).matches(':dir(rtl)');
  const next = cornerBy(event.key, corner, rtl);
  if (!next) return undefined;
  event.preventDefault();
  return { type: 'corner', corner: next };
}
