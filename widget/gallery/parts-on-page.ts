/** Finds the parts a page may style, and marks them with outlines and numbers. */
import { BADGE_PX, LINE_PX, placeBadge, type Box } from './badge-place.js';

const STILL_FRAMES = 20;
/** Outlines nearer than this to one that is there already move inwards. */
const NEAR_PX = 3;
const INSET_PX = 5;
/** How far the outline of a line of text is from it. */
const OUTSET_PX = 3;

/** By what `exportparts` calls them outside of the element. */
function outerNames(element: Element, room: Element): string[] {
  let names = [...element.part];
  for (let host = hostOf(element); host && host !== room; host = hostOf(host)) {
    const exported = (host.getAttribute('exportparts') ?? '')
      .split(',')
      .map((pair) => pair.split(':').map((name) => name.trim()));
    names = names.flatMap((name) =>
      exported.filter(([inner]) => inner === name).map(([inner, outer = inner]) => outer!),
    );
  }
  return names;
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function* within(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

/**
 * Of several the one that is furthest up.
 * @throws RangeError it is not to be seen.
 */
export function boxOfPart(name: string): Box {
  const room = document.querySelector('video-room')!;
  const boxes = [...within(room.shadowRoot!)]
    .filter((element) => outerNames(element, room).includes(name))
    .flatMap((element) => shownBox(element) ?? []);
  const [first] = boxes.sort((one, other) => one.y - other.y || one.x - other.x);
  if (!first) throw new RangeError(`No part ${name} is to be seen`);
  return first;
}

/** Until the buttons that are loaded later stand where they stay. */
export async function buttonsAtRest(): Promise<void> {
  let before = '';
  for (let still = 0; still < STILL_FRAMES;) {
    await new Promise(requestAnimationFrame);
    const now = [...within(document.querySelector('video-room')!.shadowRoot!)]
      .filter((element) => element.matches('button'))
      .map((button) => JSON.stringify(button.getBoundingClientRect()))
      .join();
    still = now === before ? still + 1 : 0;
    before = now;
  }
}

function shownBox(element: Element): Box | undefined {
  const { x, y, width, height } = element.getBoundingClientRect();
  const shown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return shown && width > 2 && height > 2 ? { x, y, width, height } : undefined;
}

/** What no number should cover: words and icons. */
function* writings(): Generator<Box> {
  for (const element of within(document.querySelector('video-room')!.shadowRoot!)) {
    if (!shownBox(element)) continue;
    if (element instanceof SVGSVGElement) yield element.getBoundingClientRect();
    for (const node of element.childNodes) {
      if (!(node instanceof Text) || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      yield* range.getClientRects();
    }
  }
}

/**
 * @param marks number, color and name of each part.
 * @param frame what of the page is to be seen.
 */
export function markParts(marks: readonly (readonly [number, string, string])[], frame: Box): void {
  const layer = document.createElement('div');
  layer.popover = 'manual';
  layer.style.cssText =
    'position:fixed; inset:0; width:auto; height:auto; margin:0; padding:0; border:0; background:none; pointer-events:none; overflow:hidden';
  const outlines: Box[] = [];
  // The large ones first, so that small ones lie on them.
  const areas = marks
    .map(([count, color, name]) => ({ count, color, box: roomy(boxOfPart(name)) }))
    .sort((one, other) => other.box.width * other.box.height - one.box.width * one.box.height);
  for (const { color, box } of areas) {
    const outline = apart(box, outlines);
    outlines.push(outline);
    layer.append(drawn(outline, `border:2px solid ${color}; border-radius:5px`));
  }
  const taken = { outlines, badges: [] as Box[], written: [...writings()], frame };
  // The small ones choose their place first: they have fewer.
  for (const [index, { count, color }] of [...areas.entries()].reverse()) {
    const badge = placeBadge(outlines[index]!, taken);
    taken.badges.push(badge);
    const style = `border-radius:50%; background:${color}; color:#111; box-shadow:0 0 0 1.5px #111; text-align:center; font:700 12px/${BADGE_PX}px Inter, system-ui`;
    layer.append(Object.assign(drawn(badge, style), { textContent: String(count) }));
  }
  document.body.append(layer);
  // Above menus and tooltips, too.
  layer.showPopover();
}

function drawn({ x, y, width, height }: Box, style: string): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `position:absolute; box-sizing:border-box; left:${x}px; top:${y}px; width:${width}px; height:${height}px; ${style}`;
  return element;
}

function apart(box: Box, outlines: readonly Box[]): Box {
  const near = (one: number, other: number) => Math.abs(one - other) < NEAR_PX;
  const meets = outlines.some(
    (other) =>
      (near(box.x, other.x) || near(box.x + box.width, other.x + other.width)) &&
      (near(box.y, other.y) || near(box.y + box.height, other.y + other.height)),
  );
  if (!meets) return box;
  return apart(larger(box, -INSET_PX), outlines);
}

const roomy = (box: Box): Box => (box.height < LINE_PX ? larger(box, OUTSET_PX) : box);

const larger = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
