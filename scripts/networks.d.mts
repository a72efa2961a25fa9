/** For the tests, which make networks as npm test found that they can be made. */
export function runCommand(command: readonly string[], input?: string): void;
/** @param match which packets, in nft's words; undefined: none. */
export function dropping(device: string, match: string | undefined, hooks?: string[]): string;
export function canMakeNetworks(): boolean;
