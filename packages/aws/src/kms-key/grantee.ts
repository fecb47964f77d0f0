/** Which account a grant lets in. */
import { parseArn, type RelatedItem } from '@security-monkey/sdk';

export type Grantee = { readonly account: string; readonly principal: string; readonly operations: string };

/**
 * Undefined for services, which act for the account that made the grant, and for ids that stand where a user or role was that
 * is deleted: https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html
 */
export function granteeOf({ value }: RelatedItem): Grantee | undefined {
  const { GranteePrincipal, Operations } = value;
  const principal = typeof GranteePrincipal === 'string' ? GranteePrincipal : '';
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(principal) || /^A[A-Z]{3}[A-Z0-9]{12,}$/.test(principal))
    return undefined;
  const operations = Array.isArray(Operations) ? Operations.map(String).sort().join(', ') : '';
  return { account: accountOf(principal), principal, operations };
}

/** What names no account is called by what it names, so that it is found among the unknown. */
function accountOf(principal: string): string {
  if (/^\d{12}$/.test(principal)) return principal;
  return parseArn(principal)?.account || principal || 'unknown';
}
