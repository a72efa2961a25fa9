/** Types of what TypeScript uses of browsers.mjs. */
export function findWholeChromium(found?: string): string | undefined;
