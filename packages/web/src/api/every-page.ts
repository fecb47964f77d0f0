/** A list read to its end, page by page: for what is bounded by the number of accounts. */

type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };
type Asked = { readonly limit: number; readonly after?: string };

const longestPage = 1_000;

export async function everyPage<Row>(ask: (query: Asked) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const all: Row[] = [];
  let after: string | null = null;
  do {
    const page: Page<Row> = await ask({ limit: longestPage, ...(after !== null && { after }) });
    all.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return all;
}
