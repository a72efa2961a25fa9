/** Registers an element once, also where the module is loaded twice, and nothing where there are no elements (SSR). */
export function define(name: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (registry && !registry.get(name)) registry.define(name, element);
}
