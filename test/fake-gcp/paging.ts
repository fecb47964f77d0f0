/** Pages of a list: tokens are bound to the parameters with which the list was begun. */

type Listing = {
  readonly property: string;
  readonly elements: readonly unknown[];
  readonly query: URLSearchParams;
  readonly cap: number;
  /** Verb and path. */
  readonly address: string;
};

const sizeParameters = ['pageSize', 'maxResults'];

/** The page asked for, or what is wrong with its token. An empty page lacks the list, as Google's do. */
export function pageOf(listing: Listing): { readonly body: object } | { readonly problem: string } {
  const { property, elements, query, cap } = listing;
  const start = startOf(listing);
  if (start === undefined) return { problem: 'the pageToken belongs to another request' };
  const asked = sizeParameters.map((name) => Number(query.get(name) ?? 0)).filter((size) => size > 0);
  const end = start + Math.min(cap, ...asked);
  const page = elements.slice(start, end);
  return {
    body: {
      ...(page.length > 0 && { [property]: page }),
      ...(end < elements.length && { nextPageToken: tokenOf(listing, end) }),
    },
  };
}

function startOf(listing: Listing): number | undefined {
  const token = listing.query.get('pageToken');
  if (token === null || token === '') return 0;
  const [, offset = ''] = Buffer.from(token, 'base64url').toString().split(' ');
  return tokenOf(listing, Number(offset)) === token ? Number(offset) : undefined;
}

function tokenOf({ query, address }: Listing, offset: number): string {
  const bound = new URLSearchParams(
    [...query].filter(([name]) => name !== 'pageToken' && !sizeParameters.includes(name)),
  );
  bound.sort();
  const text = `${address}?${bound.toString()}`;
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647;
  return Buffer.from(`${hash} ${offset}`).toString('base64url');
}
