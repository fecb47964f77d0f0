/** Reads a listing that comes in pages. */
import { type JsonObject, nextToken, OperationError, parseAnswer, type Send } from '@security-monkey/sdk';
import { z } from 'zod';

export type PagedCall<Schema extends z.ZodType> = {
  /** `service:Operation`. */
  readonly operation: string;
  readonly input: JsonObject;
  /** The shape of one answer. */
  readonly page: Schema;
  /** The token of the next page; the last page has none. */
  readonly tokenOf: (answer: z.output<Schema>) => string | undefined;
  /** The member of the request that takes the token. */
  readonly tokenName: string;
};

/** Each answer as it comes; rejects when one of them fails, so that an end without a rejection means that it is whole. */
export async function* readPages<Schema extends z.ZodType>(
  send: Send,
  { operation, input, page, tokenOf, tokenName }: PagedCall<Schema>,
): AsyncIterable<z.output<Schema>> {
  let token: string | undefined;
  do {
    const paging = token === undefined ? input : { ...input, [tokenName]: token };
    const answer = parseAnswer(operation, page, await send(operation, paging));
    yield answer;
    token = nextToken(operation, { used: token, named: tokenOf(answer) });
  } while (token !== undefined);
}

export type ListedCall<Schema extends z.ZodType, Element> = PagedCall<Schema> & {
  readonly elementsOf: (answer: z.output<Schema>) => readonly Element[];
  /** How many elements may be held at once; unbounded unless given. */
  readonly most?: number;
};

/**
 * What all pages hold together, in their order.
 * @throws OperationError of class `rejected` when there are more than may be held: a part of them would look like all
 */
export async function readAll<Schema extends z.ZodType, Element>(
  send: Send,
  { elementsOf, most = Number.POSITIVE_INFINITY, ...call }: ListedCall<Schema, Element>,
): Promise<readonly Element[]> {
  const all: Element[] = [];
  for await (const answer of readPages(send, call)) {
    all.push(...elementsOf(answer));
    if (all.length <= most) continue;
    const { operation } = call;
    throw new OperationError({
      class: 'rejected',
      operation,
      message: `There are more than ${most} of them`,
    });
  }
  return all;
}

const marker = z.looseObject({ NextMarker: z.string().nullish() });

/** A list whose answers name the marker of the next page, as a call for the functions above. */
export function markerPages<Page extends z.ZodType>(operation: string, input: JsonObject, page: Page) {
  return {
    operation,
    input,
    page,
    tokenOf: (answer: z.output<Page>) => marker.parse(answer).NextMarker ?? undefined,
    tokenName: 'Marker',
  };
}
