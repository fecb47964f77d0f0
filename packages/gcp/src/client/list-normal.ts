/** Lists resources of one API, each in its one form. */
import type { JsonObject, WatchContext } from '@security-monkey/sdk';
import { type BodyForm, normalBody } from './normal-body.ts';
import { type Listing, listPages } from './read-pages.ts';

export async function* listNormal(
  { send }: Pick<WatchContext, 'send'>,
  { form, ...listing }: Listing & { readonly form: BodyForm },
): AsyncIterable<readonly JsonObject[]> {
  for await (const page of listPages(send, listing)) yield page.map((body) => normalBody(form, body));
}
