/** Faults put in on demand, each in the form that the API concerned has for it. */
import { type Answer, badRequest, type ErrorFacts, errorAnswer, notFound } from './google-error.ts';

export type FaultKind =
  | 'SERVICE_DISABLED'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'INVALID_ARGUMENT'
  | 'RESOURCE_EXHAUSTED'
  | 'UNAVAILABLE'
  | 'BILLING_DISABLED'
  | 'CONSUMER_INVALID'
  | 'SECURITY_POLICY_VIOLATED'
  | 'USER_PROJECT_DENIED'
  | 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'
  | 'ACCESS_TOKEN_EXPIRED'
  /** Success with the page of a proxy. */
  | 'not-json'
  /** The connection breaks in the middle of the answer. */
  | 'half-page'
  /** The answer never comes. */
  | 'hang';

export type Fault = {
  /** Tried on `compute.firewalls.list GET /compute.googleapis.com/compute/v1/…?pageToken=…`. */
  readonly match: RegExp;
  readonly kind: FaultKind;
  /** How many requests it hits; all of them unless given. */
  readonly times?: number;
  /** The permission that is missing, such as `compute.firewalls.list`. */
  readonly permission?: string;
  /** The project, as a number, that is billed for the call; the scanner's own unless given. */
  readonly consumer?: string;
  /** Seconds that Google asks to wait. */
  readonly retryAfter?: number;
  /** The error carries no details: older services answer so. */
  readonly isTerse?: boolean;
};

export type FaultContext = {
  readonly api: string;
  readonly host: string;
  readonly path: string;
  /** `projects/<number>` of the project whose credentials call. */
  readonly homeProject: string;
};

/** The answer of a fault; undefined for one that spoils the answer that there is, or keeps it back. */
export function faultAnswer(fault: Fault, context: FaultContext): Answer | undefined {
  const { api, path } = context;
  if (fault.kind === 'half-page' || fault.kind === 'hang') return undefined;
  if (fault.kind === 'not-json')
    return { status: 200, body: '<html><body>Sign in to the network</body></html>' };
  if (fault.kind === 'NOT_FOUND') return notFound(api, path);
  if (fault.kind === 'INVALID_ARGUMENT') return badRequest(api, ['what is asked for is not known']);
  const facts = errorFacts(fault, context);
  const answer = errorAnswer(api, fault.isTerse === true ? terse(facts) : facts);
  return fault.retryAfter === undefined
    ? answer
    : { ...answer, headers: { 'retry-after': String(fault.retryAfter) } };
}

function terse({ http, status, message, legacy }: ErrorFacts): ErrorFacts {
  return { http, status, message, legacy };
}

type ErrorKind = Exclude<FaultKind, 'half-page' | 'hang' | 'not-json' | 'NOT_FOUND' | 'INVALID_ARGUMENT'>;

function errorFacts(fault: Fault, context: FaultContext): ErrorFacts {
  const { host, api } = context;
  const consumer = `projects/${fault.consumer ?? context.homeProject.replace('projects/', '')}`;
  const about = { service: host, consumer };
  const denied = { http: 403, status: 'PERMISSION_DENIED' } as const;
  const frontEnd = (reason: string, message: string): Omit<ErrorFacts, 'legacy'> => ({
    ...denied,
    message,
    info: { reason, domain: 'googleapis.com', metadata: about },
    isOfFrontEnd: true,
  });
  const kinds: Readonly<Record<ErrorKind, () => ErrorFacts>> = {
    SERVICE_DISABLED: () => ({
      ...frontEnd(
        'SERVICE_DISABLED',
        `${host} has not been used in project ${consumer.replace('projects/', '')} before or it is disabled.`,
      ),
      legacy: ['accessNotConfigured', 'usageLimits'],
    }),
    PERMISSION_DENIED: () => permissionDenied(fault, context),
    RESOURCE_EXHAUSTED: () => ({
      http: api === 'compute.v1' ? 403 : 429,
      status: api === 'compute.v1' ? 'PERMISSION_DENIED' : 'RESOURCE_EXHAUSTED',
      message: 'Quota exceeded for quota metric and limit of the service.',
      legacy: ['rateLimitExceeded', 'usageLimits'],
      info: { reason: 'RATE_LIMIT_EXCEEDED', domain: 'googleapis.com', metadata: about },
      isOfFrontEnd: true,
    }),
    UNAVAILABLE: () => ({
      http: 503,
      status: 'UNAVAILABLE',
      message: 'The service is currently unavailable.',
      legacy: ['backendError', 'global'],
    }),
    BILLING_DISABLED: () => ({
      ...frontEnd('BILLING_DISABLED', `This API method requires billing to be enabled on ${consumer}.`),
      legacy: ['accountDisabled', 'global'],
    }),
    CONSUMER_INVALID: () => ({
      ...frontEnd('CONSUMER_INVALID', `Project '${consumer.replace('projects/', '')}' not found or deleted.`),
      legacy: ['accessNotConfigured', 'usageLimits'],
    }),
    SECURITY_POLICY_VIOLATED: () => ({
      ...denied,
      message: 'Request is prohibited by organization’s policy. vpcServiceControlsUniqueIdentifier: AbC123',
      legacy: ['forbidden', 'global'],
      info: { reason: 'SECURITY_POLICY_VIOLATED', domain: 'googleapis.com', metadata: { uid: 'AbC123' } },
      isOfFrontEnd: true,
    }),
    USER_PROJECT_DENIED: () => ({
      ...frontEnd(
        'USER_PROJECT_DENIED',
        `Caller does not have required permission to use project ${consumer.replace('projects/', '')}.`,
      ),
      legacy: ['userProjectAccountProblem', 'global'],
    }),
    ACCESS_TOKEN_SCOPE_INSUFFICIENT: () => ({
      ...denied,
      message: 'Request had insufficient authentication scopes.',
      legacy: ['insufficientPermissions', 'global'],
      info: { reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', domain: 'googleapis.com', metadata: about },
      isOfFrontEnd: true,
    }),
    ACCESS_TOKEN_EXPIRED: () => ({
      http: 401,
      status: 'UNAUTHENTICATED',
      message: 'Request had invalid authentication credentials.',
      legacy: ['authError', 'global'],
      info: { reason: 'ACCESS_TOKEN_EXPIRED', domain: 'googleapis.com', metadata: about },
      isOfFrontEnd: true,
    }),
  };
  return kinds[fault.kind as ErrorKind]();
}

/** Compute and Storage name the permission in the message, newer services in the details, older ones nowhere. */
function permissionDenied({ permission = 'some.permission' }: Fault, { api, host, path }: FaultContext) {
  const resource = path.slice(1);
  const messages: Readonly<Record<string, string>> = {
    'compute.v1': `Required '${permission}' permission for '${resource}'`,
    'storage.v1': `scanner@acme-ops.iam.gserviceaccount.com does not have ${permission} access to the Google Cloud Storage bucket. Permission '${permission}' denied on resource (or it may not exist).`,
  };
  return {
    http: 403,
    status: 'PERMISSION_DENIED',
    message:
      messages[api] ?? `Permission '${permission}' denied on resource '${resource}' (or it may not exist).`,
    legacy: ['forbidden', 'global'],
    info: { reason: 'IAM_PERMISSION_DENIED', domain: host, metadata: { permission, resource } },
  } as const satisfies ErrorFacts;
}
