/** What can go wrong with a request, for the OpenAPI document. */
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { jsonSchema } from './api-docs.js';
import { problem, problemOf, type ProblemCode } from './problem.js';

const EVERYWHERE: readonly ProblemCode[] = ['invalid-request', 'unauthorized', 'rate-limited'];

const RETRY_AFTER = {
  'Retry-After': { description: 'After how many seconds.', schema: { type: 'integer' as const } },
};

/** Documents these besides what every request with a key can be answered with. */
export function ApiProblems(...codes: ProblemCode[]): MethodDecorator & ClassDecorator {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...EVERYWHERE, ...codes]) {
    const { status } = problemOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return applyDecorators(
    ...[...byStatus].map(([status, known]) =>
      ApiResponse({
        status,
        description: known.map((code) => `\`${code}\`: ${problemOf(code).title}.`).join(' '),
        content: {
          'application/problem+json': {
            schema: jsonSchema(problem),
            examples: Object.fromEntries(known.map((code) => [code, { value: problemOf(code) }])),
          },
        },
        ...(known.includes('rate-limited') && { headers: RETRY_AFTER }),
      }),
    ),
  );
}
