/** Principals as `principal://` and `principalSet://` name them. */

export type Principal =
  | { readonly kind: 'person' | 'group' | 'service-account'; readonly mail: string }
  /** Of a pool of a project, or the service accounts and built-in identities of one. */
  | { readonly kind: 'of-project'; readonly project: string }
  /** Of a workforce pool, a folder, an organisation, a customer: the name does not tell whose it is. */
  | { readonly kind: 'other' };

/**
 * Reads a principal. Deny policies name Google accounts in this form, allow policies federated ones.
 * Source: https://cloud.google.com/iam/docs/principal-identifiers
 */
export function parsePrincipal(written: string): Principal {
  const name = written.replace(/^principal(?:Set)?:\/\//, '');
  for (const [kind, pattern] of mails) {
    const mail = pattern.exec(name)?.[1];
    if (mail !== undefined) return { kind, mail };
  }
  const project = /^[a-z0-9.-]+\.googleapis\.com\/projects\/([^/*]+)\/./.exec(name)?.[1];
  return project === undefined || project === '-' ? { kind: 'other' } : { kind: 'of-project', project };
}

const mails: readonly (readonly ['person' | 'group' | 'service-account', RegExp])[] = [
  ['person', /^goog\/subject\/(.+)$/],
  ['group', /^goog\/group\/(.+)$/],
  ['service-account', /^iam\.googleapis\.com\/projects\/-\/serviceAccounts\/(.+)$/],
];
