/** Who makes a request. */
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { partsOf } from './arn-parts.ts';
import type { RequestContext } from './request-context.ts';

export type Caller =
  | { readonly kind: 'anonymous' }
  /** A service of AWS, or an identity provider without an account, by its host name. */
  | { readonly kind: 'service'; readonly text: string }
  /** An identity provider that an account has set up: whoever it vouches for asks for a session. */
  | { readonly kind: 'provider'; readonly text: string }
  | { readonly kind: 'root'; readonly account: string; readonly text: string }
  | { readonly kind: 'user'; readonly account: string; readonly text: string }
  | RoleCaller
  /** The session of a user who asked for it by `GetFederationToken`. */
  | { readonly kind: 'federated-user'; readonly account: string; readonly text: string };

/** A role, or one named session of it. */
export type RoleCaller = {
  readonly kind: 'role' | 'session';
  readonly account: string;
  readonly text: string;
  readonly partition: string;
  /** Without its path: names are unique in an account. */
  readonly roleName: string;
  readonly isServiceLinked: boolean;
};

/** Undefined when it is nobody that can make a request. */
export function readCaller(written: JsonValue | undefined, context: RequestContext): Caller | undefined {
  if (isJsonObject(written)) return written['type'] === 'Anonymous' ? { kind: 'anonymous' } : undefined;
  if (typeof written !== 'string') return undefined;
  const text = written.trim();
  if (text.startsWith('arn:')) return readArn(text, context);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(text) ? { kind: 'service', text } : undefined;
}

/** The account that the caller belongs to, if any: whose policies decide on what it may do. */
export function accountOf(caller: Caller): string | undefined {
  return 'account' in caller ? caller.account : undefined;
}

/** Whether the caller acts by temporary credentials that a session policy may have been passed for. */
export function hasSession(caller: Caller): boolean {
  return caller.kind === 'role' || caller.kind === 'session' || caller.kind === 'federated-user';
}

/** Service-linked roles are limited neither by policies of the organisation nor by boundaries. */
export function isServiceLinked(caller: Caller): boolean {
  return 'isServiceLinked' in caller && caller.isServiceLinked;
}

function readArn(text: string, context: RequestContext): Caller | undefined {
  const [, partition = '', service, , account = '', entity = ''] = partsOf(text);
  if (account === 'cloudfront') return { kind: 'service', text };
  if (!/^\d{12}$/.test(account)) return undefined;
  const [type = '', ...names] = entity.split('/');
  if (service === 'iam' && entity === 'root') return { kind: 'root', account, text };
  if (names.length === 0) return undefined;
  if (service === 'iam' && type === 'user') return { kind: 'user', account, text };
  if (service === 'iam' && /^(oidc|saml)-provider$/.test(type)) return { kind: 'provider', text };
  if (service === 'sts' && type === 'federated-user') return { kind: 'federated-user', account, text };
  const kind = service === 'iam' && type === 'role' ? 'role' : 'session';
  if (kind === 'session' && (service !== 'sts' || type !== 'assumed-role')) return undefined;
  const roleName = (kind === 'role' ? names.at(-1) : names[0]) ?? '';
  const arn = kind === 'role' ? text : context.get('aws:principalarn')?.[0];
  const linked = arn?.includes(':role/') ? /:role\/aws-service-role\//.test(arn) : hasLinkedName(roleName);
  return { kind, account, text, partition, roleName, isServiceLinked: linked };
}

/**
 * The ARN of a session has no path; the name of a service-linked role begins so.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
function hasLinkedName(roleName: string): boolean {
  return roleName.startsWith('AWSServiceRoleFor');
}
