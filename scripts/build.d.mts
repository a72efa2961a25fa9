/** For the benches and tests, which start the server and the doctor as npm does. */
export const ROOT: string;
export const SERVER_ENTRY: string;
export const NODE_FLAGS: readonly string[];
export const DOCTOR_ENTRY: string;
export function build(options?: { force?: boolean; only?: string[] }): Promise<void>;
