/** The request that policies are asked about. */
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { partsOf } from './arn-parts.ts';
import { accountOf, type Caller, readCaller } from './caller.ts';
import { type RequestContext, readContext } from './request-context.ts';

export type AuthorizationRequest = {
  /** In lower case, as actions are compared: `s3:getobject`. */
  readonly action: string;
  /** Its prefix: `s3`. */
  readonly service: string;
  /** The ARN, or `*` for an action without a resource. */
  readonly resource: string;
  /** The account that owns the resource. */
  readonly owner: string;
  readonly caller: Caller;
  readonly context: RequestContext;
};

export type RequestReading =
  | { readonly request: AuthorizationRequest; readonly unread: readonly string[] }
  | { readonly request: undefined; readonly unread: readonly string[] };

/** No request when the action, the resource, its owner or the principal cannot be read. */
export function readRequest(written: JsonValue | undefined): RequestReading {
  if (!isJsonObject(written)) return refused('request is no object');
  const { action, resource, principal } = written;
  if (typeof action !== 'string' || !/^[^:\s]+:\S+$/.test(action.trim()))
    return refused('request.action is no action');
  if (!isJsonObject(resource) || typeof resource['resource'] !== 'string' || resource['resource'] === '')
    return refused('request.resource.resource is no text');
  const { context, unread } = readContext(written['context']);
  const caller = readCaller(principal, context);
  if (caller === undefined) return refused('request.principal is of no known form');
  const owner = readOwner(resource['accountId'], resource['resource'], caller);
  if (owner === undefined) return refused('request.resource.accountId is no account id');
  const folded = action.trim().toLowerCase();
  const service = folded.slice(0, folded.indexOf(':'));
  return {
    request: { action: folded, service, resource: resource['resource'], owner, caller, context },
    unread,
  };
}

/** When nobody says whose the resource is, its ARN may; an action without a resource is about the caller's own account. */
function readOwner(written: JsonValue | undefined, resource: string, caller: Caller): string | undefined {
  if (written !== undefined && written !== null && written !== '')
    return typeof written === 'string' && /^\d{12}$/.test(written) ? written : undefined;
  if (resource === '*') return accountOf(caller);
  const account = partsOf(resource)[4] ?? '';
  return /^\d{12}$/.test(account) ? account : undefined;
}

function refused(problem: string): RequestReading {
  return { request: undefined, unread: [problem] };
}
