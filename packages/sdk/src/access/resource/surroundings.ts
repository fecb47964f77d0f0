/** Whose is whose, as seen from the owner of a resource: what makes a caller ours, trusted or foreign. */
import { type Cidr, unionCovers } from '../../net/cidr.ts';
import { matchesPattern } from '../pattern/wildcard.ts';

export type CallerClass = 'internet' | 'same-account' | 'friendly' | 'third-party' | 'unknown-account';

/** `none`: neither ours nor trusted nor foreign, as a network on which there is no opinion. `nobody`: no caller at all. */
export type Standing = 'own' | 'trusted' | 'foreign' | 'none' | 'nobody';

/** One set of callers that is let in, and how it stands to the owner. */
export type Admitted = {
  readonly standing: Standing;
  readonly class?: CallerClass;
  /** Services of AWS only. */
  readonly isService?: true;
};

export type Surroundings = {
  readonly account: string;
  /** Account ids, and identity providers by host name or ARN. */
  readonly trustedAccounts: ReadonlySet<string>;
  readonly trustedOrganizations: ReadonlySet<string>;
  /** `o-x/r-y/ou-z`: the unit and all below it. */
  readonly trustedOrganizationPaths: readonly string[];
  /** Undefined: no opinion, so that none is foreign. The same of the two below. */
  readonly trustedVpcs?: ReadonlySet<string>;
  readonly trustedEndpoints?: ReadonlySet<string>;
  readonly trustedNetworks?: readonly Cidr[];
  /** Over unique ids and ARNs as written in a principal. */
  readonly trustedPrincipalPatterns: readonly string[];
  /** For the class only: never makes anything trusted. Account ids and canonical user ids. */
  readonly friendly: ReadonlySet<string>;
  readonly thirdParty: ReadonlySet<string>;
};

/** How an account, or the principal of that text in it, stands to the owner. */
export function admittedAccount(account: string, around: Surroundings, text?: string): Admitted {
  if (account === around.account) return { standing: 'own', class: 'same-account' };
  const isTrusted = around.trustedAccounts.has(account) || (text !== undefined && fitsPattern(text, around));
  return { standing: isTrusted ? 'trusted' : 'foreign', class: classOf(account, around, isTrusted) };
}

/** How a principal without an account stands: a canonical user, an orphaned id, a provider's host name. */
export function admittedId(id: string, around: Surroundings): Admitted {
  const isTrusted = around.trustedAccounts.has(id) || fitsPattern(id, around);
  return { standing: isTrusted ? 'trusted' : 'foreign', class: classOf(id, around, isTrusted) };
}

/** A canonical user: known as friendly is trusted too, since S3 knows accounts by nothing else there. */
export function admittedCanonicalUser(id: string, around: Surroundings): Admitted {
  return around.friendly.has(id) ? { standing: 'trusted', class: 'friendly' } : admittedId(id, around);
}

export function admittedOrganization(id: string, around: Surroundings): Admitted {
  return organization(around.trustedOrganizations.has(id));
}

/** A pattern over paths of an organisation: trusted when whatever it matches lies at or below a trusted unit. */
export function admittedOrganizationPath(value: string, around: Surroundings): Admitted {
  const segments = value.split('/');
  const [id = ''] = segments;
  if (around.trustedOrganizations.has(id)) return organization(true);
  return organization(around.trustedOrganizationPaths.some((path) => isBelow(segments, path)));
}

export function admittedVpc(id: string, trusted: ReadonlySet<string> | undefined): Admitted {
  if (trusted === undefined) return { standing: 'none' };
  return { standing: trusted.has(id) ? 'trusted' : 'foreign' };
}

export function admittedNetwork(cidr: Cidr, { trustedNetworks }: Surroundings): Admitted {
  if (trustedNetworks === undefined) return { standing: 'none' };
  return { standing: unionCovers(trustedNetworks, cidr) ? 'trusted' : 'foreign' };
}

function organization(isTrusted: boolean): Admitted {
  return isTrusted
    ? { standing: 'trusted', class: 'friendly' }
    : { standing: 'foreign', class: 'unknown-account' };
}

function classOf(id: string, around: Surroundings, isTrusted: boolean): CallerClass {
  if (around.friendly.has(id)) return 'friendly';
  if (around.thirdParty.has(id)) return 'third-party';
  return isTrusted ? 'friendly' : 'unknown-account';
}

function fitsPattern(text: string, around: Surroundings): boolean {
  return around.trustedPrincipalPatterns.some((pattern) => matchesPattern(pattern, text));
}

/** The id of a unit is unique in its organisation, so that one whole segment of that name is enough. */
function isBelow(segments: readonly string[], trusted: string): boolean {
  const path = trusted.replace(/[/*]+$/, '').split('/');
  const last = path.at(-1) ?? '';
  return !/[*?]|^$/.test(last) && segments[0] === path[0] && segments.includes(last);
}
