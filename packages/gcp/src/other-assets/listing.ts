/** Lists the assets of the types that a person has named, type by type. */
import {
  type Failure,
  isOperationError,
  type JsonObject,
  OperationError,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { assetsList } from '../asset-inventory/assets.ts';
import type { Entry, PartOfInventory } from '../asset-inventory/inventory.ts';
import { policyMember } from '../asset-inventory/source.ts';
import { assetTypesIn } from './asset-types.ts';

/** What an account has of one type. */
export type PartOf = (context: WatchContext, assetType: string) => Promise<PartOfInventory>;

const fields = z.looseObject({ otherAssets: z.string().optional() });

export function assetTypesOf({ fields: given = {} }: WatchContext): readonly string[] {
  return assetTypesIn(fields.parse(given).otherAssets);
}

/** A type that cannot be listed harms no other; afterwards the listing rejects, so that nothing is concluded from it. */
export async function* listAssets(
  context: WatchContext,
  partOf: PartOf,
): AsyncIterable<readonly JsonObject[]> {
  const failures: OperationError[] = [];
  for (const assetType of assetTypesOf(context)) {
    try {
      yield* listType(await partOf(context, assetType), assetType);
    } catch (error) {
      if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
      failures.push(about(assetType, error));
    }
  }
  const [first] = failures;
  if (first !== undefined) throw together(first, failures);
}

function* listType(part: PartOfInventory, assetType: string): Iterable<readonly JsonObject[]> {
  const policies = part.policies();
  const bare: string[] = [];
  for (const page of part.pages()) {
    // A type is a regular expression to Google, whose dots match anything.
    const own = page.filter((entry) => entry.assetType === assetType);
    bare.push(...own.flatMap(({ name, body }) => (body === null ? [name] : [])));
    yield own.flatMap((entry) => configsOf(entry, policies));
  }
  const [name] = bare;
  if (name === undefined) return;
  const number = bare.length === 1 ? 'one asset' : `${bare.length} assets`;
  throw new OperationError({
    class: 'invalid_response',
    message: `The inventory gave ${number} without a body: ${name}`,
    operation: assetsList,
  });
}

function configsOf(
  { name, assetType, location, parent, body }: Entry,
  policies: ReadonlyMap<string, JsonObject>,
): readonly JsonObject[] {
  if (body === null) return [];
  return [
    {
      assetType,
      name,
      ...(location !== undefined && { location }),
      ...(parent !== undefined && { parent }),
      resource: body,
      [policyMember]: policies.get(name) ?? { bindings: [] },
    },
  ];
}

/** The status, and the reasons of the older form that may stand beside it. */
const invalidArgument = ['INVALID_ARGUMENT', 'badRequest', 'invalid', 'invalidArgument'];

/** Google says so of types that it does not know, and of single assets: https://cloud.google.com/asset-inventory/docs/reference/rest/v1/assets/list */
export function isInvalidArgument({ class: kind, code = '' }: Failure): boolean {
  return kind === 'rejected' && invalidArgument.includes(code);
}

function about(assetType: string, { failure }: OperationError): OperationError {
  if (!isInvalidArgument(failure))
    return new OperationError({ ...failure, message: `${assetType}: ${failure.message}` });
  const advice = `Google does not know the asset type ${assetType}, or does not list it: correct the field otherAssets`;
  return new OperationError({
    ...failure,
    class: 'misconfigured',
    message: `${advice} (${failure.message})`,
  });
}

function together(first: OperationError, all: readonly OperationError[]): OperationError {
  if (all.length === 1) return first;
  return new OperationError({ ...first.failure, message: all.map(({ message }) => message).join('; ') });
}
