import type { Request } from 'express';
import type { ServerSetup } from '../server-setup.js';

/**
 * What browsers reach this server by, without a slash at the end: as configured, else as this request was made. What a
 * Host header says ends up in documents, so only a well-formed one is taken.
 */
export function publicUrlOf(request: Request, { publicUrl, tls }: Pick<ServerSetup, 'publicUrl' | 'tls'>): string {
  if (publicUrl !== undefined) return publicUrl;
  const protocol = tls ? 'https' : request.protocol;
  const host = request.get('host') ?? '';
  return (/^[\w.:[\]-]+$/.test(host) && URL.parse(`${protocol}://${host}`)?.origin) || `${protocol}://localhost`;
}
