/** Errors as `application/problem+json` (RFC 9457), all from the one table. */
import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { SettingsError } from '../engine/settings/settings-error.ts';
import { CodedError } from '../errors/coded-error.ts';
import type { ErrorCode } from '../errors/error-table.ts';
import { toCodedError } from '../errors/to-coded-error.ts';
import { CursorError } from '../store/views/page.ts';

export const problemSchema = z
  .object({
    type: z.string().describe('Names the kind of error; docs/reference/errors.md explains each.'),
    title: z.string().describe('The code of the error.'),
    status: z.int(),
    detail: z.string().describe('What is wrong and what to do, for a person.'),
    requestId: z.string().describe('Under which the log tells more.'),
    position: z
      .int()
      .optional()
      .describe(
        'Of a wrong query: the character where it begins to be wrong, from 1; behind the last one where something is missing.',
      ),
    length: z
      .int()
      .optional()
      .describe('Of a wrong query: how many characters are wrong; 0 where something is missing.'),
    problem: z.string().optional().describe('Of a wrong query: what is wrong there and what is expected.'),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('Where in the value: a JSON Pointer (RFC 6901), empty for all of it.'),
          detail: z.string(),
        }),
      )
      .readonly()
      .optional()
      .describe('Of a value that a setting does not take: what is wrong in it, place by place.'),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused.' });

export type Problem = z.output<typeof problemSchema>;

/** Whatever was thrown, as an error of the table. */
export function apiError(error: unknown): CodedError {
  if (error instanceof CursorError)
    return new CodedError('request_invalid', { problem: error.message }, { cause: error });
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation;
    const place = `${error.validationContext ?? 'request'}${first?.instancePath.replaceAll('/', '.') ?? ''}`;
    return new CodedError('request_invalid', { problem: `${place}: ${first?.message ?? 'invalid'}` });
  }
  if (isFastifyRefusal(error))
    return new CodedError(error.statusCode === 429 ? 'too_many_requests' : 'request_invalid', {
      problem: error.message,
    });
  return toCodedError(error);
}

/** Of these the message may tell what nobody outside should know. */
const inside: ReadonlySet<string> = new Set(['internal', 'database_failed'] satisfies readonly ErrorCode[]);

export function problemOf(error: CodedError, requestId: string): Problem {
  return {
    type: `urn:security-monkey:error:${error.code}`,
    title: error.code,
    status: error.entry.status,
    detail: inside.has(error.code)
      ? 'Something went wrong inside. The log tells what, under the id of this request.'
      : error.message,
    requestId,
    ...(error.code === 'query_invalid' && placeOf(error)),
    ...(error.cause instanceof SettingsError && errorsOf(error.cause)),
  };
}

/** Where a query is wrong, for marking it in the text. */
function placeOf({ values }: CodedError): Pick<Problem, 'position' | 'length' | 'problem'> {
  const { position, length, problem } = values;
  return { position: Number(position), length: Number(length), problem };
}

function errorsOf({ problems }: SettingsError): Pick<Problem, 'errors'> {
  if (problems.length === 0) return {};
  return { errors: problems.map(({ path, problem }) => ({ pointer: jsonPointer(path), detail: problem })) };
}

/** RFC 6901, section 3. */
function jsonPointer(path: readonly string[]): string {
  return path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What fastify and its plugins refuse by themselves: malformed JSON, a body that is too large, too many requests. */
function isFastifyRefusal(error: unknown): error is FastifyError & { readonly statusCode: number } {
  if (!(error instanceof Error) || !('statusCode' in error)) return false;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
}
