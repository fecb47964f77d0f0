/** Google's two forms of errors: https://cloud.google.com/apis/design/errors, and the older one of Compute, Storage, BigQuery and SQL. */

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type ErrorFacts = {
  readonly http: number;
  /** `PERMISSION_DENIED` and the like. */
  readonly status: string;
  readonly message: string;
  /** The reason of the older form, with its domain. */
  readonly legacy: readonly [reason: string, domain: string];
  /** Of a `google.rpc.ErrorInfo`, where the error carries one. */
  readonly info?: {
    readonly reason: string;
    readonly domain: string;
    readonly metadata: Readonly<Record<string, string>>;
  };
  /** Further details, such as a `google.rpc.RetryInfo`. */
  readonly details?: readonly object[];
  /** Made by the front end before the API sees the request: then the older form carries status and details too. */
  readonly isOfFrontEnd?: boolean;
};

const legacyApis: ReadonlySet<string> = new Set(['compute.v1', 'storage.v1', 'bigquery.v2', 'sqladmin.v1']);

/** The error as the API named writes it. */
export function errorAnswer(api: string, facts: ErrorFacts): Answer {
  const { http, status, message, legacy, info, details = [], isOfFrontEnd = false } = facts;
  const allDetails = [
    ...(info === undefined ? [] : [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', ...info }]),
    ...details,
  ];
  const modern = { status, ...(allDetails.length > 0 && { details: allDetails }) };
  const [reason, domain] = legacy;
  const errors = { errors: [{ message, domain, reason }] };
  const isLegacy = legacyApis.has(api);
  const error = {
    code: http,
    message,
    ...(isLegacy && errors),
    ...((!isLegacy || isOfFrontEnd) && modern),
  };
  return { status: http, body: { error } };
}

/** What Google's front end says of an address that no API has. It is no JSON. */
export function unknownAddress(path: string): Answer {
  const text = `<!DOCTYPE html>\n<html lang=en>\n<title>Error 404 (Not Found)!!1</title>\n<p><b>404.</b> <ins>That’s an error.</ins>\n<p>The requested URL <code>${path}</code> was not found on this server.`;
  return { status: 404, body: text, headers: { 'content-type': 'text/html; charset=UTF-8' } };
}

export function badRequest(api: string, problems: readonly string[]): Answer {
  const fieldViolations = problems.map((description) => ({ description }));
  return errorAnswer(api, {
    http: 400,
    status: 'INVALID_ARGUMENT',
    message: `Invalid request: ${problems.join('; ')}`,
    legacy: ['invalid', 'global'],
    details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations }],
  });
}

export function notFound(api: string, name: string): Answer {
  return errorAnswer(api, {
    http: 404,
    status: 'NOT_FOUND',
    message: `The resource '${name}' was not found`,
    legacy: ['notFound', 'global'],
  });
}

/** https://cloud.google.com/apis/design/errors#error_info; reasons by google/api/error_reason.proto. */
export function withoutCredentials(api: string): Answer {
  return errorAnswer(api, {
    http: 401,
    status: 'UNAUTHENTICATED',
    message: 'Request is missing required authentication credential.',
    legacy: ['required', 'global'],
    info: { reason: 'CREDENTIALS_MISSING', domain: 'googleapis.com', metadata: {} },
    isOfFrontEnd: true,
  });
}
