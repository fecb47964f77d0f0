/** What resources of Compute Engine have in common. */
import { type JsonObject, type MissingItem, parseAnswer, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { replaced } from './gone.ts';
import { listNormal } from './list-normal.ts';
import type { BodyForm } from './normal-body.ts';

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
