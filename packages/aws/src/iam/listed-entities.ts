/** What a plain listing of IAM tells that the authorization details lack, read once per run. */
import {
  isOperationError,
  type JsonObject,
  type JsonValue,
  nextToken,
  OperationError,
  parseAnswer,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';

export type Listing = {
  /** Such as `iam:ListUsers`. */
  readonly operation: string;
  /** The list in the answer. */
  readonly list: 'Users' | 'Roles';
  /** The member that holds the unique id. */
  readonly id: 'UserId' | 'RoleId';
  /** The members to take; an entity without one has null. */
  readonly members: readonly string[];
};

type Taken = {
  readonly fields: Readonly<Record<string, JsonValue>>;
  readonly unreadable: readonly Unreadable[];
};

const entity = z.record(z.string(), z.json());
const page = z.looseObject({
  Users: z.array(entity).optional(),
  Roles: z.array(entity).optional(),
  IsTruncated: z.boolean().optional(),
  Marker: z.string().optional(),
});

/** The members of one entity; all unreadable when the listing failed or does not hold it. */
export async function listedMembers(context: WatchContext, listing: Listing, id: string): Promise<Taken> {
  try {
    const entities = await context.shared(listing.operation, () => readAll(context, listing));
    const fields = entities.get(JSON.stringify(id));
    if (fields === undefined) throw broken(listing, `does not hold ${id}`);
    return { fields, unreadable: [] };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    const { failure } = error;
    return { fields: {}, unreadable: listing.members.map((member) => ({ path: `/${member}`, ...failure })) };
  }
}

/** Keeps the few members of each, not the entities. */
async function readAll(
  { send }: WatchContext,
  listing: Listing,
): Promise<ReadonlyMap<string, Taken['fields']>> {
  const found = new Map<string, Taken['fields']>();
  let marker: string | undefined;
  do {
    const input: JsonObject = { MaxItems: 1000, ...(marker !== undefined && { Marker: marker }) };
    const answer = parseAnswer(listing.operation, page, await send(listing.operation, input));
    const entities = answer[listing.list];
    if (entities === undefined) throw broken(listing, `has no ${listing.list}`);
    for (const one of entities) found.set(JSON.stringify(one[listing.id]), membersOf(one, listing));
    if (answer.IsTruncated === true && answer.Marker === undefined)
      throw broken(listing, 'is cut off and names no next page');
    marker =
      answer.IsTruncated === true
        ? nextToken(listing.operation, { used: marker, named: answer.Marker })
        : undefined;
  } while (marker !== undefined);
  return found;
}

function membersOf(one: z.output<typeof entity>, { members }: Listing): Taken['fields'] {
  return Object.fromEntries(members.map((member) => [member, one[member] ?? null]));
}

function broken({ operation }: Listing, what: string): OperationError {
  return new OperationError({
    class: 'invalid_response',
    message: `The answer of ${operation} ${what}`,
    operation,
  });
}
