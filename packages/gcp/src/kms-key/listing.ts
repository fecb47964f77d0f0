/** Lists the keys of a project: ring by ring, location by location. */
import { type JsonObject, parseAnswer, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { listNormal } from '../client/list-normal.ts';
import { listPages } from '../client/read-pages.ts';

const locationsList = 'cloudkms:projects.locations.list';
const ringsList = 'cloudkms:projects.locations.keyRings.list';
const keysList = 'cloudkms:projects.locations.keyRings.cryptoKeys.list';

const named = z.looseObject({ name: z.string() });

export async function* listKeys(context: WatchContext): AsyncIterable<readonly JsonObject[]> {
  for await (const location of namesIn(context, {
    operation: locationsList,
    input: { name: `projects/${context.place.account}` },
    member: 'locations',
  }))
    yield* keysIn(context, location);
}

async function* keysIn(context: WatchContext, location: string): AsyncIterable<readonly JsonObject[]> {
  const rings = { operation: ringsList, input: { parent: location }, member: 'keyRings' };
  for await (const parent of namesIn(context, rings))
    yield* listNormal(context, {
      operation: keysList,
      input: { parent },
      member: 'cryptoKeys',
      form: { int64: [] },
    });
}

async function* namesIn(
  { send }: WatchContext,
  listing: Parameters<typeof listPages>[1],
): AsyncIterable<string> {
  for await (const page of listPages(send, listing))
    for (const one of page) yield parseAnswer(listing.operation, named, one).name;
}
