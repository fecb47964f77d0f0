/** Whom a principal element names. */
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { hasWildcard } from '../pattern/wildcard.ts';

export type Principal = {
  /** As written. */
  readonly text: string;
} & (
  | { readonly kind: 'anyone' }
  /** A whole account, which decides by its own policies who of it may. */
  | { readonly kind: 'account'; readonly account: string }
  /** A user, role, session or federated user. */
  | { readonly kind: 'identity'; readonly account: string }
  /** A service of AWS, among them the origin access identities of CloudFront. */
  | { readonly kind: 'service' }
  /** An identity provider: with the account that has set it up, or a host name without one. */
  | { readonly kind: 'federated'; readonly account?: string }
  | { readonly kind: 'canonical-user' }
  /** The id that AWS leaves in a policy when the principal was deleted. */
  | { readonly kind: 'orphaned' }
);

export type ParsedPrincipals = { readonly list: readonly Principal[]; readonly unread: readonly string[] };

/**
 * The principals of a `Principal` or `NotPrincipal` element. What is of no known form is listed as unread and gets nothing.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipals(element: JsonValue): ParsedPrincipals {
  if (!isJsonObject(element)) return parseEach(element, parseAws);
  const list: Principal[] = [];
  const unread: string[] = [];
  for (const [type, value] of Object.entries(element)) {
    const parsed = parseEach(value, parsers.get(type) ?? (() => undefined));
    list.push(...parsed.list);
    unread.push(...parsed.unread.map((text) => `${type}: ${text}`));
  }
  return { list, unread };
}

/** No object: `constructor` is a name of it too. */
const parsers: ReadonlyMap<string, (text: string | undefined) => Principal | undefined> = new Map([
  ['AWS', parseAws],
  ['Service', (text) => (text ? { kind: 'service', text } : undefined)],
  ['Federated', parseFederated],
  ['CanonicalUser', parseCanonicalUser],
]);

/** Whether a federated principal names providers of accounts, or hosts, that nobody named. */
export function isAnyProvider({ text }: Principal): boolean {
  return /^\*+$/.test(text) || /^arn:[^:]*:[^:]*:[^:]*:[^:]*[*?]/.test(text);
}

function parseAws(text: string | undefined): Principal | undefined {
  if (text === undefined) return undefined;
  // Digits with wildcards are an account that nobody named, too.
  if (/^[\d*?]+$/.test(text) && hasWildcard(text)) return { kind: 'anyone', text };
  if (/^\d{12}$/.test(text)) return { kind: 'account', account: text, text };
  if (isUniqueId(text)) return { kind: 'orphaned', text };
  if (/^[0-9a-f]{64}$/.test(text)) return { kind: 'canonical-user', text };
  return text.startsWith('arn:') ? parseArnPrincipal(text) : undefined;
}

/**
 * Four letters that say of what sort the thing is, and more. Examples of such ids are often cut short.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
function isUniqueId(text: string): boolean {
  return /^A[A-Z]{3}[A-Z0-9]{8,}$/.test(text) || /^A(?:GPA|IDA|IPA|NPA|NVA|ROA)[A-Z0-9]+$/.test(text);
}

/** AWS refuses wildcards inside an ARN today; one in the account part lets in accounts that nobody named. */
function parseArnPrincipal(text: string): Principal | undefined {
  const [, , service = '', , account = '', ...rest] = text.split(':');
  if (/^\d{12}$/.test(account)) {
    const whole = service === 'iam' && rest.join(':') === 'root';
    return rest.length === 0 ? undefined : { kind: whole ? 'account' : 'identity', account, text };
  }
  if (account === 'cloudfront') return { kind: 'service', text };
  return hasWildcard(account) || (account === '' && hasWildcard(text)) ? { kind: 'anyone', text } : undefined;
}

function parseFederated(text: string | undefined): Principal | undefined {
  if (!text) return undefined;
  const account = /^arn:[^:]*:iam::(\d{12}):/.exec(text)?.[1];
  return account === undefined ? { kind: 'federated', text } : { kind: 'federated', account, text };
}

/** S3 refuses a wildcard there; were it to take one, it could mean anyone only. */
function parseCanonicalUser(text: string | undefined): Principal | undefined {
  if (!text) return undefined;
  return { kind: /^\*+$/.test(text) ? 'anyone' : 'canonical-user', text };
}

/** One or many, the same either way. What is unread is told as it was written. */
function parseEach(
  value: JsonValue,
  parse: (text: string | undefined) => Principal | undefined,
): ParsedPrincipals {
  const list: Principal[] = [];
  const unread: string[] = [];
  for (const element of isList(value) ? value : [value]) {
    const parsed = parse(typeof element === 'string' ? element.trim() : undefined);
    if (parsed === undefined) unread.push(JSON.stringify(element));
    else list.push(parsed);
  }
  return { list, unread };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
