/** The members of IAM policies, in every form that they are written. */
import { parsePrincipal } from './principal.ts';
import { parseServiceAccount, projectKey, type ServiceAccount } from './service-account.ts';

/** Whose a member is. */
export type Home =
  | { readonly kind: 'domain'; readonly domain: string }
  /** The project's id or number, in the form of `projectKey`. */
  | { readonly kind: 'project'; readonly project: string }
  | { readonly kind: 'unknown' };

export type Member =
  /** Everybody, or everybody with a Google account. */
  | { readonly kind: 'anyone'; readonly strength: 'anonymous' | 'any-account' }
  | { readonly kind: 'user' | 'group'; readonly mail: string; readonly home: Home }
  | { readonly kind: 'domain'; readonly home: Home }
  /** `account` is undefined when the mail has the form of none. */
  | { readonly kind: 'service-account'; readonly account: ServiceAccount | undefined; readonly home: Home }
  /** A Kubernetes service account of a project's clusters. */
  | { readonly kind: 'workload'; readonly home: Home }
  /** Identities from elsewhere, or a set of them. */
  | { readonly kind: 'federated'; readonly home: Home }
  /** Those who hold a basic role on a project. */
  | { readonly kind: 'holders'; readonly home: Home }
  | { readonly kind: 'deleted' }
  /** No known form: nobody. */
  | { readonly kind: 'unreadable' };

/**
 * Reads a member. Mails and domains are told apart without letter case, prefixes with it.
 * Source: https://cloud.google.com/iam/docs/principal-identifiers
 */
export function parseMember(written: string): Member {
  const everybody = anyone.get(written);
  if (everybody !== undefined) return everybody;
  if (/^principal(?:Set)?:\/\//.test(written)) return memberOf(written);
  const [, prefix = '', rest = ''] = /^([A-Za-z]+):(.+)$/s.exec(written) ?? [];
  return readers.get(prefix)?.(rest) ?? { kind: 'unreadable' };
}

/** The mail that a member is written with, whatever else stands around it; plain text is its own mail. */
export function mailIn(written: string): string {
  return (/^(?:user|group|domain|serviceAccount):(.+)$/s.exec(written)?.[1] ?? written).toLowerCase();
}

const anyone: ReadonlyMap<string, Member> = new Map<string, Member>([
  ['allUsers', { kind: 'anyone', strength: 'anonymous' }],
  ['allAuthenticatedUsers', { kind: 'anyone', strength: 'any-account' }],
  ['principalSet://goog/public:all', { kind: 'anyone', strength: 'anonymous' }],
]);

const readers: ReadonlyMap<string, (rest: string) => Member> = new Map<string, (rest: string) => Member>([
  ['user', (mail) => person('user', mail)],
  ['group', (mail) => person('group', mail)],
  ['domain', (domain) => ({ kind: 'domain', home: { kind: 'domain', domain: domain.toLowerCase() } })],
  ['serviceAccount', serviceAccount],
  ['projectOwner', holders],
  ['projectEditor', holders],
  ['projectViewer', holders],
  ['deleted', () => ({ kind: 'deleted' })],
]);

function person(kind: 'user' | 'group', written: string): Member {
  const mail = written.toLowerCase();
  const domain = /^[^@\s]+@([^@\s]+)$/.exec(mail)?.[1];
  return { kind, mail, home: domain === undefined ? { kind: 'unknown' } : { kind: 'domain', domain } };
}

function serviceAccount(written: string): Member {
  const project = /^(.+)\.svc\.id\.goog(?:\[[^\]]*\])?$/i.exec(written)?.[1];
  if (project !== undefined) return { kind: 'workload', home: homeIn(project) };
  const account = parseServiceAccount(written);
  return { kind: 'service-account', account, home: homeIn(account?.project) };
}

function holders(project: string): Member {
  return { kind: 'holders', home: homeIn(project) };
}

function memberOf(written: string): Member {
  const principal = parsePrincipal(written);
  switch (principal.kind) {
    case 'person':
      return person('user', principal.mail);
    case 'group':
      return person('group', principal.mail);
    case 'service-account':
      return serviceAccount(principal.mail);
    case 'of-project':
      return { kind: 'federated', home: homeIn(principal.project) };
    case 'other':
      return { kind: 'federated', home: { kind: 'unknown' } };
  }
}

function homeIn(project: string | undefined): Home {
  return project === undefined ? { kind: 'unknown' } : { kind: 'project', project: projectKey(project) };
}
