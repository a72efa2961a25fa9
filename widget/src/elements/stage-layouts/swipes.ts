/** A finger drawn across the stage, as pages are turned on phones. */

/** Shorter is a tap that slipped. */
const LEAST_SWIPE_PX = 48;
/** Across that many times as far as along, else it scrolls. */
const STEEPEST = 2;

/**
 * @param turn told 1 for the next page, -1 for the one before, whichever way the writing goes.
 * Browsers leave swipes to the stage only while its `touch-action` is `pan-y`.
 */
export function watchSwipes(stage: HTMLElement, turn: (step: 1 | -1) => void): void {
  let down: PointerEvent | undefined;
  stage.addEventListener('pointerdown', (event) => {
    // A second finger makes it something else, as does what is moved itself.
    const isSwipe = event.pointerType === 'touch' && event.isPrimary;
    const onButton = event.composedPath().some((element) => element instanceof HTMLButtonElement);
    down = isSwipe && !onButton ? event : undefined;
  });
  stage.addEventListener('pointercancel', () => (down = undefined));
  stage.addEventListener('pointerup', ({ pointerId, clientX, clientY }) => {
    if (pointerId !== down?.pointerId) return;
    const across = clientX - down.clientX;
    const along = clientY - down.clientY;
    down = undefined;
    if (Math.abs(across) < Math.max(LEAST_SWIPE_PX, STEEPEST * Math.abs(along))) return;
    turn(across > 0 === stage.matches(':dir(rtl)') ? 1 : -1);
  });
}
