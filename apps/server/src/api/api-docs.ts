/** The OpenAPI document and its page, made from the schemas that check requests. */
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type ApiResponseSchemaHost } from '@nestjs/swagger';
import { z } from 'zod';
import { VERSION } from '../project.js';

export const API_DOCS_PATH = 'api/docs';

/** A schema as OpenAPI wants it written: what it gives out, or with `input` what it takes. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): ApiResponseSchemaHost['schema'] {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io }) as ApiResponseSchemaHost['schema'];
}

export function serveApiDocs(app: INestApplication): void {
  const options = new DocumentBuilder()
    .setTitle('Video Room')
    .setDescription(
      'Tokens, rooms and the people in them. Media and calls go over the signaling socket; see docs/protocol.md.',
    )
    .setVersion(VERSION)
    .addBasicAuth({ type: 'http', scheme: 'basic', description: 'API key: id as user name, secret as password' })
    .build();
  SwaggerModule.setup(API_DOCS_PATH, app, () => SwaggerModule.createDocument(app, options), {
    customSiteTitle: 'Video Room API',
  });
}
