/** An address that the server is to listen on is taken or not its own. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';

  /** @param settings the variables that say where. */
  constructor(host: string, port: number, settings: readonly string[], cause: unknown) {
    const { code } = cause as NodeJS.ErrnoException;
    super(`Cannot listen on ${host} port ${port} (${code ?? String(cause)}). Set ${settings.join(' and ')}.`, {
      cause,
    });
  }
}
