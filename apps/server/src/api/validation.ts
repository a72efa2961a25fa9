/** Turns what a schema finds wrong with a body into one entry per field. */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { Problem } from './problem.js';

export class InvalidBody extends Error {
  override readonly name = 'InvalidBody';
  readonly errors: NonNullable<Problem['errors']>;

  constructor(issues: readonly StandardSchemaV1.Issue[]) {
    super('the body is not valid');
    this.errors = issues.flatMap(toEntries);
  }
}

type Issue = StandardSchemaV1.Issue & { code?: string; keys?: readonly string[] };

/** zod reports all unknown fields of an object as one issue; each gets its own entry here. */
function toEntries(issue: Issue): NonNullable<Problem['errors']> {
  const path = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  if (issue.code !== 'unrecognized_keys' || !issue.keys) {
    return [{ pointer: toPointer(path), message: issue.message }];
  }
  return issue.keys.map((key) => ({ pointer: toPointer([...path, key]), message: 'This field is not known' }));
}

const MAX_POINTER_LENGTH = 200;

const toPointer = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
    .slice(0, MAX_POINTER_LENGTH);

export const createValidationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new InvalidBody(issues) });
