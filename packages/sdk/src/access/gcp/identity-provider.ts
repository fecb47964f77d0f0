/** Providers of workload identity pools: whose tokens they take for identities of the pool. */
import type { Node } from './cel/node.ts';
import { parseExpression } from './cel/parse.ts';
import { type MultiTenantIssuer, multiTenantIssuer } from './identity-issuer.ts';

export type IdentityProvider = {
  /** The issuer's URL. */
  readonly issuer: string;
  /** Undefined when there is none: every token of the issuer is taken. */
  readonly attributeCondition: string | undefined;
  /** Attributes by their names, such as `attribute.owner`, each with the expression that makes it. */
  readonly attributeMapping: Readonly<Record<string, string>>;
};

/**
 * Whose tokens are taken. `anyone`: of everybody who has an account at an issuer of many tenants. `tenant`: of one that the
 * condition names. `issuer`: of an issuer that is not known to serve many.
 */
export type ProviderAudience = 'anyone' | 'tenant' | 'issuer';

/**
 * Judges a provider by itself: bindings may still name single subjects of its pool.
 * Source: https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions
 */
export function providerAudience({
  issuer: url,
  attributeCondition,
  attributeMapping,
}: IdentityProvider): ProviderAudience {
  const issuer = multiTenantIssuer(url);
  if (issuer === undefined) return 'issuer';
  const node = attributeCondition === undefined ? undefined : parseExpression(attributeCondition);
  if (node === undefined) return 'anyone';
  const claimOf = (path: string): string | undefined => claimAt(path, attributeMapping);
  return pinsTenant(node, { issuer, claimOf }) ? 'tenant' : 'anyone';
}

type Claims = {
  readonly issuer: MultiTenantIssuer;
  /** The claim of the token that a name stands for. */
  readonly claimOf: (path: string) => string | undefined;
};

/** Whether the condition can only hold for tokens of tenants that it names. A negation is not looked into. */
function pinsTenant(node: Node, claims: Claims): boolean {
  if (node.kind === 'all') return node.of.some((part) => pinsTenant(part, claims));
  if (node.kind === 'any') return node.of.every((part) => pinsTenant(part, claims));
  if (node.kind === 'literal') return node.value === false;
  if (node.kind === 'binary') return pinsByValue(node.operator, [node.left, node.right], claims);
  return node.kind === 'call' && node.name === 'startsWith' && pinsByBeginning(node, claims);
}

/** `claim == 'value'` either way round, or `claim in ['value', …]`. */
function pinsByValue(
  operator: string,
  [left, right]: readonly [Node, Node],
  { issuer, claimOf }: Claims,
): boolean {
  const [name, other] = left.kind === 'path' || operator === 'in' ? [left, right] : [right, left];
  const claim = name.kind === 'path' ? claimOf(name.path) : undefined;
  if (claim === undefined || (operator !== '==' && operator !== 'in')) return false;
  const values = operator === 'in' && other.kind === 'list' ? other.items : [other];
  const isList = operator !== 'in' || other.kind === 'list';
  return isList && values.every((value) => isOneTenant(value, claim, issuer));
}

function isOneTenant(value: Node, claim: string, { owners, beginnings }: MultiTenantIssuer): boolean {
  if (value.kind !== 'literal' || typeof value.value !== 'string' || value.value === '') return false;
  return owners.includes(claim) || beginnings.get(claim)?.test(value.value) === true;
}

function pinsByBeginning(
  { on, args }: { readonly on?: Node; readonly args: readonly Node[] },
  { issuer, claimOf }: Claims,
): boolean {
  const [value] = args;
  const claim = on?.kind === 'path' ? claimOf(on.path) : undefined;
  if (claim === undefined || value?.kind !== 'literal' || typeof value.value !== 'string') return false;
  return issuer.beginnings.get(claim)?.test(value.value) === true;
}

/** The claim behind `assertion.sub`, or behind an attribute that is mapped from it unchanged. */
function claimAt(path: string, mapping: Readonly<Record<string, string>>): string | undefined {
  const mapped = Object.hasOwn(mapping, path) ? parseExpression(mapping[path] ?? '') : undefined;
  const name = mapped?.kind === 'path' ? mapped.path : path;
  return /^assertion\.(\w+)$/.exec(name)?.[1];
}
