/** Who may use a key by a grant: what others attach to it, as relations. */
import type { JsonObject, Relation, Send } from '@security-monkey/sdk';
import { z } from 'zod';
import { markerPages, readAll } from '../client/read-pages.ts';
import { calls } from './calls.ts';

/** The relation's name: one item for each grant. */
export const grants = 'grants';

/** A key may have 50 000: https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
const mostGrants = 10_000;

const page = z.looseObject({
  Grants: z.array(z.looseObject({ GrantId: z.string(), Operations: z.array(z.string()).optional() })),
});

/**
 * Grants are made and retired by whoever uses the key, mostly services for each volume or database they encrypt with it:
 * so they are no part of the key's config. https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export async function readGrants(send: Send, KeyId: string): Promise<readonly Relation[]> {
  const all = await readAll(send, {
    ...markerPages(calls.grants, { KeyId, Limit: 100 }, page),
    elementsOf: ({ Grants }) => Grants,
    most: mostGrants,
  });
  return all.map(({ GrantId, KeyId: _key, Operations, ...rest }) => ({
    name: grants,
    technology: 'aws.kms-grant',
    key: GrantId,
    // What a loose schema has parsed is the JSON it was given. Operations are a set.
    value: { ...(rest as JsonObject), Operations: (Operations ?? []).toSorted() },
  }));
}
