/**
 * Turns the page's title into words and back, once a second, to catch the eye among the tabs; at the end the title is
 * exactly what it was, or what the page has made of it meanwhile. All elements of a page share its one title.
 */
const EVERY_MS = 1_000;

const wishes = new Map<object, string>();
let timer: ReturnType<typeof setInterval> | undefined;
/** The page's own title, while another is shown. */
let own: string | undefined;
let shown: string | undefined;

/** @param owner who wants it. @param words undefined: no more. */
export function flashTitle(owner: object, words: string | undefined): void {
  if (wishes.get(owner) === words) return;
  wishes.delete(owner);
  if (words !== undefined) wishes.set(owner, words);
  clearInterval(timer);
  restore();
  if (wishes.size === 0) return;
  // At once, as a hidden page may have to wait long for its first timer.
  show();
  timer = setInterval(() => (shown === undefined ? show() : restore()), EVERY_MS);
}

function show(): void {
  const words = [...wishes.values()].at(-1);
  if (words === undefined) return;
  // Not `document.title`, which tells it without the white space it may be written with.
  own = titleElement()?.textContent ?? '';
  document.title = words;
  shown = document.title;
}

function restore(): void {
  const element = titleElement();
  if (own !== undefined && element && document.title === shown) element.textContent = own;
  own = shown = undefined;
}

const titleElement = () => document.head.querySelector('title');
