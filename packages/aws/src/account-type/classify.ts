/** Says what a rejected AWS call means: one of the failure classes, the provider's code, and one line for a person. */
import { type Failure, type FailureClass, isOperationError } from '@security-monkey/sdk';
import { classOfCode, classOfStatus } from './failure-codes.ts';

/** Takes anything that a call may reject with: errors of the AWS SDK, of the network, of a parser, or no error at all. */
export function classifyAwsError(error: unknown): Failure {
  if (isOperationError(error)) return error.failure;
  const facts = factsOf(error);
  const retryAfterMs = retryAfter(facts.headers);
  return {
    class: classOf(facts),
    message: oneLine(facts),
    ...(facts.code !== undefined && { code: facts.code }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

type ErrorFacts = {
  readonly code: string | undefined;
  readonly message: string;
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The answer could not be understood, as with the HTML page of a proxy or a balancer. */
  readonly unparsable: boolean;
};

/** Names that JavaScript and the SDK give where the provider has given none. */
const emptyNames: ReadonlySet<string> = new Set([
  'AggregateError',
  'Error',
  'RangeError',
  'SyntaxError',
  'TypeError',
  'Unknown',
  'UnknownError',
]);

function factsOf(error: unknown): ErrorFacts {
  const message = error instanceof Error ? error.message : String(error);
  const response = field(error, '$response');
  const status = field(field(error, '$metadata'), 'httpStatusCode') ?? field(response, 'statusCode');
  const headers = field(response, 'headers');
  const code = codeOf(error);
  // A connection that breaks while the body comes is reported by the parser, but with the code of the network.
  const isKnown = code !== undefined && classOfCode(code) !== undefined;
  const unparsable = !isKnown && isParserError(error, message);
  return {
    code: unparsable ? undefined : code,
    message,
    status: typeof status === 'number' ? status : undefined,
    headers: typeof headers === 'object' && headers !== null ? { ...headers } : {},
    unparsable,
  };
}

function isParserError(error: unknown, message: string): boolean {
  if (error instanceof SyntaxError && field(error, '$response') !== undefined) return true;
  return /Deserialization error|<!doctype html|<html/i.test(message);
}

/** System errors carry the reason in `code`, those of the SDK in `name`; a failed connection may hide it in `cause` or `errors`. */
function codeOf(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > 3) return undefined;
  const code = field(error, 'code') ?? field(error, 'Code');
  if (typeof code === 'string' && code !== '') return code;
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  const nested = codeOf(inner, depth + 1);
  if (nested !== undefined && classOfCode(nested) !== undefined) return nested;
  return emptyNames.has(error.name) ? undefined : error.name;
}

function classOf({ code, message, status, unparsable }: ErrorFacts): FailureClass {
  if (unparsable) return status === undefined || status >= 500 ? 'server_error' : 'invalid_response';
  if (/socket hang up|network socket disconnected/i.test(message)) return 'network';
  const known = code === undefined ? undefined : classOfCode(code);
  if (known === 'access_denied' && isOrganizationDenial(message)) return 'organization_denied';
  if (known === 'canceled' && /timed? ?out/i.test(message)) return 'timeout';
  if (known !== undefined) return known;
  // An error without an answer that is no known trouble of the network is a mistake of ours.
  return status === undefined ? 'defect' : classOfStatus(status);
}

/** AWS names the kind of policy that decided: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function isOrganizationDenial(message: string): boolean {
  return /(service|resource) control polic(y|ies)/i.test(message);
}

/** Seconds, or a date, which counts from the answer's own date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter(headers: ErrorFacts['headers']): number | undefined {
  const { 'retry-after': after, date } = headers;
  if (typeof after !== 'string') return undefined;
  if (/^\d+$/.test(after.trim())) return Number(after) * 1000;
  const wait = Date.parse(after) - Date.parse(String(date));
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** Without the encoded authorization message of EC2, which is long and for another API call. */
function oneLine({ code, message, status, unparsable }: ErrorFacts): string {
  if (unparsable) return `AWS gave an answer that is not of its API${status ? ` (HTTP ${status})` : ''}`;
  const [first = ''] = message.replace(/\s*Encoded authorization failure message:.*/s, '').split('\n');
  const said = /^unknown(error)?$/i.test(first.trim()) ? '' : first.trim();
  const text = said || `AWS gave no reason (HTTP ${status ?? 'unknown'})`;
  const named = code === undefined || text.startsWith(code) ? text : `${code}: ${text}`;
  return named.length > 400 ? `${named.slice(0, 399)}…` : named;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
