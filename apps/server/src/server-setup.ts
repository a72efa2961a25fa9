import type { ServerConfig } from './config.js';

/** The configuration with everything filled in that a start makes up. */
export interface ServerSetup extends Omit<ServerConfig, 'allowedOrigins' | 'demo'> {
  allowedOrigins: string[] | '*';
  demo: boolean;
  /** Whether the only key is the development key. */
  development: boolean;
}

export const SERVER_SETUP = Symbol('ServerSetup');

/**
 * Fills in what depends on whether there is a key of one's own: with the development key everything is open, so that
 * trying it out works from any page; with a key of one's own nothing is unless said.
 */
export function completeSetup(config: ServerConfig, developmentKey?: { id: string; secret: string }): ServerSetup {
  const development = config.apiKeys.length === 0;
  if (development && !developmentKey) throw new Error('without API keys a development key is needed');
  return {
    ...config,
    apiKeys: development && developmentKey ? [developmentKey] : config.apiKeys,
    allowedOrigins: config.allowedOrigins ?? (development ? '*' : []),
    demo: config.demo ?? development,
    development,
  };
}
