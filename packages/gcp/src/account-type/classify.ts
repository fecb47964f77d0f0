/** Says what a rejected Google call means: one of the failure classes, Google's code, and one line for a person. */
import {
  type Failure,
  type FailureClass,
  isOperationError,
  networkCodes,
  timeoutCodes,
} from '@security-monkey/sdk';
import { ApiError, ForeignAnswer, type Target } from '../client/api-error.ts';
import { classOfHttp, type Meaning, reasons, statuses } from './error-codes.ts';
import { consumerIn, type ErrorFacts, errorFacts, permissionIn } from './error-facts.ts';

/** Takes anything that a call or a sign-in may reject with. */
export function classifyGcpError(error: unknown): Failure {
  if (isOperationError(error)) return error.failure;
  if (error instanceof ForeignAnswer) return { class: 'invalid_response', message: error.message };
  const answer = error instanceof ApiError ? error : answerOfSignIn(error);
  return answer === undefined ? withoutAnswer(error) : ofAnswer(answer);
}

function ofAnswer(error: ApiError): Failure {
  const facts = errorFacts(error);
  if (facts === undefined) return ofForeignError(error);
  const found = meaningOf(facts, error);
  const { retryAfterMs } = facts;
  const code = codeOf(facts, { error, class: found.class });
  const permission = found.class === 'access_denied' ? permissionIn(facts) : undefined;
  return {
    class: found.class,
    message: oneLine(`${found.advice ?? ''}${code}: ${facts.message}`),
    code,
    ...(permission !== undefined && { permission }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** Google answers an address that it does not know with a page, and so does a proxy anything. */
function ofForeignError({ status }: ApiError): Failure {
  const isTrouble = status >= 500 || status === 429;
  return {
    class: isTrouble ? classOfHttp(status) : 'invalid_response',
    message: `Google gave an answer that is not of its API (HTTP ${status})`,
  };
}

type Found = { readonly class: FailureClass; readonly advice?: string };

function meaningOf(facts: ErrorFacts, { status, target }: ApiError): Found {
  if (status === 404 && isProjectItself(facts, target)) return { class: 'account_suspended' };
  const meaning = facts.reasons.map((reason) => meaningOfReason(reason)).find((known) => known !== undefined);
  if (typeof meaning === 'object') return ofConsumer(meaning.consumer, facts, target);
  if (meaning !== undefined && !(meaning === 'rejected' && status === 401)) return { class: meaning };
  return { class: statuses[facts.status ?? ''] ?? classOfHttp(status) };
}

function meaningOfReason(reason: string): Meaning | undefined {
  return Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
}

/** That the whole project is not found says nothing of what was asked for in it. */
function isProjectItself({ message }: ErrorFacts, target: Target | undefined): boolean {
  const [, named] = /resource 'projects\/([^'/]+)' was not found/.exec(message) ?? [];
  return named !== undefined && isTarget(named, target);
}

function isTarget(project: string, target: Target | undefined): boolean {
  return target !== undefined && [target.projectId, target.projectNumber].includes(project);
}

/** What the watched project lacks is so; what any other lacks is ours to set up. */
function ofConsumer(kind: FailureClass, facts: ErrorFacts, target: Target | undefined): Found {
  const consumer = consumerIn(facts);
  if (consumer !== undefined && isTarget(consumer, target)) return { class: kind };
  const service = facts.metadata['service'] ?? 'the API';
  const project = consumer === undefined ? 'the project of the credentials' : `project ${consumer}`;
  const advice = `Calls are counted for ${project}, which is not watched here: switch on ${service} and billing there, or name another quota project. `;
  return { class: 'misconfigured', advice };
}

/** One word for what is not there, whichever service says so; watchers name it as the code by which an item is gone. */
export const goneCode = 'NOT_FOUND';

function codeOf(
  { reasons: [reason], status }: ErrorFacts,
  { error, class: found }: { readonly error: ApiError; readonly class: FailureClass },
): string {
  if (found === 'not_found') return goneCode;
  return reason ?? status ?? `HTTP_${error.status}`;
}

/** The library that signs in has errors of its own, which carry the answer of Google. */
function answerOfSignIn(error: unknown): ApiError | undefined {
  const response = field(error, 'response');
  const status = field(response, 'status');
  if (typeof status !== 'number') return undefined;
  const body = field(response, 'data');
  const oauth = field(body, 'error');
  if (typeof oauth !== 'string') return new ApiError({ status, body });
  // RFC 6749: https://www.rfc-editor.org/rfc/rfc6749#section-5.2
  const message = field(body, 'error_description');
  const isTrouble = status >= 500 || status === 429;
  return new ApiError({
    status,
    body: {
      error: {
        message: typeof message === 'string' ? message : 'no reason given',
        errors: [{ reason: oauth }],
        ...(!isTrouble && { status: 'UNAUTHENTICATED' }),
      },
    },
  });
}

function withoutAnswer(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const codes = codesOf(error);
  const known = codes.map(classOfCode).find((found) => found !== undefined);
  const code = codes.find((one) => classOfCode(one) !== undefined);
  if (known !== undefined)
    return { class: known, message: oneLine(`${code}: ${message}`), ...(code !== undefined && { code }) };
  if (/Could not load the default credentials/.test(message))
    return {
      class: 'credentials',
      message:
        'There are no Google credentials in the environment: set GOOGLE_APPLICATION_CREDENTIALS, run where a service account is attached, or give the account the field keyFile',
    };
  if (/PEM|DECODER|asymmetric key|private key/i.test(message))
    return { class: 'credentials', message: 'The private key in the key file cannot be read' };
  return { class: 'defect', message: oneLine(message) };
}

function classOfCode(code: string): FailureClass | undefined {
  if (code === 'AbortError') return 'canceled';
  const matches = (known: string | RegExp) => (typeof known === 'string' ? known === code : known.test(code));
  if (timeoutCodes.some(matches)) return 'timeout';
  return networkCodes.some(matches) ? 'network' : undefined;
}

/** `fetch` hides the reason in `cause`, and several attempts to connect in `errors`. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const code = field(error, 'code');
  const inner = error instanceof AggregateError ? [error.cause, ...error.errors] : [error.cause];
  return [
    ...(typeof code === 'string' ? [code] : []),
    error.name,
    ...inner.flatMap((one: unknown) => codesOf(one, depth + 1)),
  ];
}

function oneLine(text: string): string {
  const [first = ''] = text.trim().split('\n');
  return first.length > 400 ? `${first.slice(0, 399)}…` : first;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
