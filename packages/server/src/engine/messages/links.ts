/** The addresses of what a message is about, in the web interface. Pure. */

export type Links = {
  readonly home: string | undefined;
  readonly item: (id: string) => string | undefined;
  /** What a revision changed. */
  readonly revision: (place: { readonly item: string; readonly revision: string }) => string | undefined;
  /** The issue on the page of its item. */
  readonly issue: (place: { readonly item: string; readonly issue: string }) => string | undefined;
  /** The items that have changed since a moment, of one account or of all. */
  readonly itemsChanged: (since: Date, account?: string) => string | undefined;
  /** The issues that were opened since a moment, of one account or of all. */
  readonly issuesOpened: (since: Date, account?: string) => string | undefined;
  readonly openIssues: (account: string) => string | undefined;
  readonly coverage: string | undefined;
  /** Where a subscription is looked at and removed. */
  readonly subscription: (id: string) => string | undefined;
};

/** Without the address of the interface there are none. */
export function createLinks(publicUrl: string | undefined): Links {
  const to = (path: string): string | undefined => (publicUrl === undefined ? undefined : publicUrl + path);
  const list = (page: string, terms: readonly string[]): string | undefined =>
    to(`/${page}?query=${encodeURIComponent(terms.join(' '))}`);
  const ofAccount = (account: string | undefined): readonly string[] =>
    account === undefined ? [] : [`account:${quoted(account)}`];
  return {
    home: publicUrl,
    item: (id) => to(`/items/${id}`),
    revision: ({ item, revision }) => to(`/items/${item}?tab=diff&to=${revision}`),
    issue: ({ item, issue }) => to(`/items/${item}?issue=${issue}`),
    itemsChanged: (since, account) => list('items', [...ofAccount(account), `changed>=${moment(since)}`]),
    issuesOpened: (since, account) => list('issues', [...ofAccount(account), `opened>=${moment(since)}`]),
    openIssues: (account) => list('issues', [...ofAccount(account), 'is:open']),
    coverage: to('/coverage'),
    subscription: (id) => to(`/alerters?subscription=${id}`),
  };
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;
}

function moment(since: Date): string {
  return `${since.toISOString().slice(0, 19)}Z`;
}
