import { Injectable, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ApiKeys } from '@video-room/auth';
import type { Request } from 'express';

/** The request's API key, once the guard let it through. */
export interface KeyedRequest extends Request {
  apiKeyId: string;
}

/** Lets requests through that show an API key by HTTP Basic. All others get the same 401. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  readonly #keys: ApiKeys;

  constructor(keys: ApiKeys) {
    this.#keys = keys;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<KeyedRequest>();
    const encoded = /^Basic ([\w+/=]{1,2048})$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const pair = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    const id = pair.slice(0, Math.max(colon, 0));
    if (!this.#keys.accepts(id, pair.slice(colon + 1))) throw new UnauthorizedException();
    request.apiKeyId = id;
    return true;
  }
}
