/** The pages of a listing of the inventory. */
import type { JsonObject } from '@security-monkey/sdk';
import { z } from 'zod';

const rows = z.array(z.record(z.string(), z.json()));
const answer = z.looseObject({ next: z.number().nullable() });

/** Yields what each page has under the key, until there is no next one. */
export async function* listPages(
  ask: (input: JsonObject) => Promise<unknown>,
  key: string,
): AsyncIterable<readonly JsonObject[]> {
  let page: number | null = 1;
  do {
    const given: z.output<typeof answer> = answer.parse(await ask(page === 1 ? {} : { page }));
    yield rows.parse(given[key]);
    page = given.next;
  } while (page !== null);
}
