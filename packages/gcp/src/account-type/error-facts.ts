/** What an error of Google says, in either of its forms. */
import { z } from 'zod';
import type { ApiError } from '../client/api-error.ts';

export type ErrorFacts = {
  /** The most telling first: of the details, of the older form, the status. */
  readonly reasons: readonly string[];
  readonly status: string | undefined;
  readonly message: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** The wait that Google asks for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
};

const detail = z.looseObject({
  '@type': z.string().optional(),
  reason: z.string().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  retryDelay: z.string().optional(),
});

const errorBody = z.looseObject({
  error: z.looseObject({
    code: z.number().optional(),
    message: z.string().default(''),
    status: z.string().optional(),
    errors: z.array(z.looseObject({ reason: z.string().optional() })).default([]),
    details: z.array(detail).default([]),
  }),
});

/**
 * Both forms, and any mixture of them: https://cloud.google.com/apis/design/errors#http_mapping and, of Compute, Storage, BigQuery and
 * SQL, https://cloud.google.com/storage/docs/json_api/v1/status-codes#http-status-and-error-codes. Undefined when it is neither.
 */
export function errorFacts({ body, headers }: ApiError): ErrorFacts | undefined {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) return undefined;
  const { message, status, errors, details } = parsed.data.error;
  const info = details.filter(({ reason }) => reason !== undefined);
  const delay = details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay;
  return {
    reasons: [...info, ...errors].flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
    status,
    message,
    metadata: Object.assign({}, ...info.map(({ metadata }) => metadata)),
    retryAfterMs: secondsIn(delay) ?? retryAfter(headers),
  };
}

/** A `google.protobuf.Duration`: `3.5s`. */
function secondsIn(duration: string | undefined): number | undefined {
  const [, seconds] = /^(\d+(?:\.\d+)?)s$/.exec(duration ?? '') ?? [];
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1_000);
}

/** Seconds, or a date, which counts from the answer's own date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter(headers: ApiError['headers']): number | undefined {
  const { 'retry-after': after = '', date = '' } = headers;
  if (/^\d+$/.test(after.trim())) return Number(after) * 1_000;
  const wait = Date.parse(after) - Date.parse(date);
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** The permission that is missing: newer services name it in the details, older ones only in the text. */
export function permissionIn({ metadata, message }: ErrorFacts): string | undefined {
  const { permission } = metadata;
  if (permission !== undefined) return permission;
  const texts = [
    /Required '([a-zA-Z]+(?:\.[a-zA-Z]+)+)' permission/,
    /[Pp]ermission '?([a-zA-Z]+(?:\.[a-zA-Z]+)+)'? (?:is required|denied)/,
    /does not have ([a-zA-Z]+(?:\.[a-zA-Z]+)+) access/,
  ];
  return texts.map((text) => text.exec(message)?.[1]).find((found) => found !== undefined);
}

/** The project that the call was counted for, by id or number: `projects/…` in the details, or named in an older text. */
export function consumerIn({ metadata, message }: ErrorFacts): string | undefined {
  const named = metadata['consumer'] ?? /\b[Pp]roject '?([a-z0-9.:-]+)'?/.exec(message)?.[1];
  return named?.replace(/^projects\//, '').replace(/\.$/, '');
}
