/** For the benches, which start the server as `npm start` does. */
export const ROOT: string;
export const SERVER_ENTRY: string;
export const NODE_FLAGS: readonly string[];
export function build(options?: { force?: boolean }): Promise<void>;
