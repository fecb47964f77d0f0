/** The stages of triage, each with the query that it stands for. */

export const issueTabs = [
  { id: 'open', label: 'Open', query: 'status:open', isCounted: true },
  { id: 'unverified', label: 'Unverified', query: 'is:unverified', isCounted: true },
  { id: 'justified', label: 'Justified', query: 'status:justified', isCounted: true },
  { id: 'fixed', label: 'Fixed', query: 'status:fixed', isCounted: false },
] as const;

export type IssueTab = (typeof issueTabs)[number]['id'];

/** The tab of an address; the open issues unless it names another. */
export function tabOf(text: string | undefined): IssueTab {
  return issueTabs.find(({ id }) => id === text)?.id ?? 'open';
}

/** What is asked of the API: the tab's query and what was typed. */
export function queryOf(tab: IssueTab, typed: string | undefined): string {
  const own = issueTabs.find(({ id }) => id === tab)?.query ?? '';
  const { typed: text, before } = askedFor(typed);
  return text === '' ? own : `${before}${text}) ${own}`;
}

/** What was typed, and what is put before it. */
export function askedFor(typed: string | undefined): { readonly typed: string; readonly before: string } {
  return { typed: typed?.trim() ?? '', before: '(' };
}
