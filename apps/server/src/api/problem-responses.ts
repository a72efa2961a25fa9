/** What can go wrong with a request, for the OpenAPI document. */
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { jsonSchema } from './api-docs.js';
import { problem, problemOf, type ProblemCode } from './problem.js';

const EVERYWHERE: readonly ProblemCode[] = ['invalid-request', 'unauthorized', 'rate-limited'];

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
      }),
    ),
  );
}
