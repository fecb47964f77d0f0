/** The grants of a KMS key, which let principals use it beside its policy. */
import { isJsonObject, type JsonObject } from '../../json/value.ts';
import { type Reading, readEach, refused } from '../network/reading.ts';
import { type Principal, parsePrincipals } from '../policy/parse-principal.ts';

export type KeyGrant = {
  /** The JSON pointer of the grant. */
  readonly at: string;
  readonly grantee: Principal;
  /** Who may end the grant, and nothing else by that. */
  readonly retiring: Principal | undefined;
  /** As KMS writes them: `Decrypt`, `CreateGrant`. */
  readonly operations: readonly string[];
  /** Narrows with what the key may be used, not by whom. */
  readonly context: 'equal' | 'contains' | undefined;
  /** The resource on whose behalf a service must come. */
  readonly sourceArn: string | undefined;
};

/**
 * Reads a list of `GrantListEntry`. A grant without a grantee that can be read lets nobody in and is named; of operations that
 * cannot be read it is not known which they are, so that it stays. `at` is the JSON pointer of the list.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html
 */
export function readKeyGrants(grants: readonly unknown[], at: string): Reading<KeyGrant> {
  return readEach(grants, at, readGrant);
}

function readGrant(written: unknown, at: string): Reading<KeyGrant> {
  if (!isJsonObject(written)) return refused(at, 'is no grant');
  const grantee = principalIn(written, 'Grantee');
  if (grantee === undefined) return refused(at, 'names no grantee of a known form');
  const retiring = principalIn(written, 'Retiring');
  const isRetiringUnread = retiring === undefined && names(written, 'Retiring').length > 0;
  const { Operations: list, Constraints: constraints } = written;
  const operations = (Array.isArray(list) ? list : []).filter((one) => typeof one === 'string');
  return {
    rules: [{ at, grantee, retiring, operations, ...constraintsOf(constraints) }],
    unread: [
      ...(operations.length === 0 ? [`${at}: names no operation`] : []),
      ...(isRetiringUnread ? [`${at}: its retiring principal is of no known form`] : []),
    ],
  };
}

/** Services stand in a field of their own, or where principals do. */
function principalIn(written: JsonObject, role: 'Grantee' | 'Retiring'): Principal | undefined {
  const [text] = names(written, role);
  if (typeof text !== 'string') return undefined;
  const isService = /\.amazonaws\.com(?:\.cn)?$/.test(text);
  return parsePrincipals(isService ? { Service: text } : { AWS: text }).list[0];
}

function names(written: JsonObject, role: 'Grantee' | 'Retiring') {
  return [written[`${role}Principal`], written[`${role}ServicePrincipal`]].filter(
    (name) => name !== undefined && name !== null && name !== '',
  );
}

/** Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html */
function constraintsOf(written: unknown): Pick<KeyGrant, 'context' | 'sourceArn'> {
  const constraints = isJsonObject(written) ? written : {};
  const { EncryptionContextEquals: equal, EncryptionContextSubset: subset, SourceArn: source } = constraints;
  return {
    context: isJsonObject(equal) ? 'equal' : isJsonObject(subset) ? 'contains' : undefined,
    sourceArn: typeof source === 'string' ? source : undefined,
  };
}
