/** The questions that are asked every day, ready made. */

export type IssueView = { readonly label: string; readonly query: string };

/** One a question; they hold for every provider. */
export const issueViews: readonly IssueView[] = [
  { label: 'Internet accessible', query: 'category:internet-accessible' },
  { label: 'Unknown accounts let in', query: 'category:unknown-access' },
  { label: 'Third parties let in', query: 'category:third-party-cross-account' },
  { label: 'Friendly accounts let in', query: 'category:friendly-cross-account' },
  { label: 'Administrators', query: 'category:administrator-access' },
  { label: 'Access keys', query: 'check:*access-key*' },
  { label: 'TLS', query: 'category:insecure-tls' },
];
