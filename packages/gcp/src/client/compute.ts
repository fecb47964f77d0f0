/** What resources of Compute Engine have in common. */
import { type JsonObject, type MissingItem, parseAnswer, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { replaced } from './gone.ts';
import { listNormal } from './list-normal.ts';
import { type BodyForm, normalBody } from './normal-body.ts';
import { listAggregated } from './read-pages.ts';

/** Pages of a listing of the whole project, each element in its one form. */
export function listGlobal(
  { send, place }: WatchContext,
  { operation, form }: { readonly operation: string; readonly form: BodyForm },
): AsyncIterable<readonly JsonObject[]> {
  return listNormal({ send }, { operation, input: { project: place.account }, member: 'items', form });
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

/** As {@link listGlobal}, over all zones or regions; `member` is what each of them holds, such as `instances`. */
export async function* listEverywhere(
  { send, place }: WatchContext,
  {
    operation,
    member,
    form,
  }: { readonly operation: string; readonly member: string; readonly form: BodyForm },
): AsyncIterable<readonly JsonObject[]> {
  const listing = { operation, input: { project: place.account }, member };
  for await (const page of listAggregated(send, listing)) yield page.map((body) => normalBody(form, body));
}

/** As {@link confirmGlobal}, for what lies in a `zone` or `region`: the full name tells in which. */
export async function confirmPlaced(
  { send, place }: WatchContext,
  { identity, lineage, name }: MissingItem,
  call: { readonly operation: string; readonly parameter: string; readonly within: 'zone' | 'region' },
): Promise<void> {
  const { operation, parameter, within } = call;
  const where = placeIn(lineage, within);
  const answer = await send(operation, { project: place.account, [within]: where, [parameter]: name });
  if (parseAnswer(operation, identified, answer).id !== identity) throw replaced(operation, name);
}

/** The zone or region within a name or address; empty when there is none. */
export function placeIn(name: string, within: 'zone' | 'region'): string {
  return new RegExp(`/${within}s/([^/]+)`).exec(name)?.[1] ?? '';
}
