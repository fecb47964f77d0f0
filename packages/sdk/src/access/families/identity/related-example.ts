/** An example of an item with policies of its own and policies that its relations bring. */
import type { z } from 'zod';
import type { ExampleItem } from '../../../define/check.ts';
import type { JsonObject } from '../../../json/value.ts';
import type { IdentityTarget, PolicyRelation } from './identity-target.ts';

export type Brought = {
  /** Of the first relation of `attached`. */
  readonly attached?: JsonObject;
  readonly boundary?: JsonObject;
};

/** Every relation is complete; those that bring nothing are empty. */
export function relatedExample<Schema extends z.ZodType>(
  target: IdentityTarget<Schema>,
  own: JsonObject | null,
  brought: Brought,
): Pick<ExampleItem, 'config' | 'related'> {
  const { attached = [], boundary } = target;
  const { config, related } = target.example(own);
  const listings = [
    ...attached.map((relation, at) => [
      relation.relation,
      listing(relation, at === 0 ? brought.attached : undefined),
    ]),
    ...(boundary === undefined ? [] : [[boundary.relation, listing(boundary, brought.boundary)]]),
  ];
  return { config, related: { ...related, ...Object.fromEntries(listings) } };
}

function listing({ exampleItem }: PolicyRelation, document: JsonObject | undefined) {
  return { items: document === undefined ? [] : [exampleItem(document)], complete: true };
}

/** A policy of one statement, on everything unless it says otherwise. */
export function policyOf(statement: JsonObject): JsonObject {
  const about = 'NotResource' in statement ? {} : { Resource: ['*'] };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...about, ...statement }] };
}
