/** What resources of Compute Engine have in common. */
import { type JsonObject, type MissingItem, parseAnswer, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { replaced } from './gone.ts';
import { type BodyForm, normalBody } from './normal-body.ts';
import { listPages } from './read-pages.ts';

/** Pages of a listing of the whole project, each element in its one form. */
export async function* listGlobal(
  { send, place }: WatchContext,
  { operation, form }: { readonly operation: string; readonly form: BodyForm },
): AsyncIterable<readonly JsonObject[]> {
  const listing = { operation, input: { project: place.account }, member: 'items' };
  for await (const page of listPages(send, listing)) yield page.map((body) => normalBody(form, body));
}

const identified = z.looseObject({ id: z.string() });

/** Resolves when the resource with that number still has the name; `parameter` is what the call names it by, such as `firewall`. */
export async function confirmGlobal(
  { send, place }: WatchContext,
  { identity, name }: MissingItem,
  { operation, parameter }: { readonly operation: string; readonly parameter: string },
): Promise<void> {
  const answer = await send(operation, { project: place.account, [parameter]: name });
  if (parseAnswer(operation, identified, answer).id !== identity) throw replaced(operation, name);
}
