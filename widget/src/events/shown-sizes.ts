/** In CSS pixels; `[0, 0]` for what cannot be seen now. */
export type ShownSizes = ReadonlyMap<string, readonly [width: number, height: number]>;

/** Internal: dispatched on the stage when a tile, by its key, is shown larger, smaller, or no more; heard by the room. */
export class ShownSizesEvent extends Event {
  constructor(readonly sizes: ShownSizes) {
    super('shown-sizes', { bubbles: true });
  }
}
