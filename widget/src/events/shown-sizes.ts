/** Internal: how large each tile is shown, in CSS pixels; both 0 for what is not to be seen. By the key of the tile. */
export class ShownSizesEvent extends Event {
  constructor(readonly sizes: ReadonlyMap<string, readonly [width: number, height: number]>) {
    super('shown-sizes', { bubbles: true });
  }
}
