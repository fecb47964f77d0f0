/** Reads a listing of Google's that comes in pages. */
import {
  isJsonObject,
  type JsonObject,
  nextToken,
  OperationError,
  parseAnswer,
  type Send,
} from '@security-monkey/sdk';
import { z } from 'zod';

export type Listing = {
  /** `service:method`. */
  readonly operation: string;
  readonly input: JsonObject;
  /** The member of the answer that holds what is listed, such as `items`; absent, it is empty. */
  readonly member: string;
};

const elements = z.array(z.record(z.string(), z.json())).optional();

const warning = z.looseObject({ code: z.string().optional(), message: z.string().optional() });

/** Zones, regions or `global`, each with what lies in it. */
const aggregated = z.looseObject({ items: z.record(z.string(), z.json()).optional() });

const placed = z.looseObject({ warning: warning.optional() });

/** Places and warnings by which an answer of success says that it is not whole. */
const told = z.looseObject({
  unreachable: z.array(z.string()).optional(),
  unreachables: z.array(z.string()).optional(),
  missingZones: z.array(z.string()).optional(),
  warnings: z.array(warning).optional(),
  warning: warning.optional(),
  nextPageToken: z.string().optional(),
});

/**
 * Each page as it comes. An end without a rejection means that the listing is complete: it rejects when a page fails, and at the
 * end when Google has said that it did not reach some place.
 */
export async function* listPages(
  send: Send,
  { operation, input, member }: Listing,
): AsyncIterable<readonly JsonObject[]> {
  const page = z.looseObject({ [member]: elements });
  for await (const answer of answers(send, { operation, input }))
    yield parseAnswer(operation, page, answer)[member] ?? [];
}

/** As {@link listPages}, for listings over all zones or regions: `member` is what each place holds, such as `instances`. */
export async function* listAggregated(
  send: Send,
  { operation, input, member }: Listing,
): AsyncIterable<readonly JsonObject[]> {
  const unreached: string[] = [];
  for await (const answer of answers(send, { operation, input })) {
    const { items = {} } = parseAnswer(operation, aggregated, answer);
    const places = Object.entries(items)
      .filter(([name, place]) => isJsonObject(place) || isPlace(name))
      .map(([name, place]) => ({ name, place: parseAnswer(operation, placed, place) }));
    yield places.flatMap(({ place }) => parseAnswer(operation, elements, place[member]) ?? []);
    for (const { name, place } of places)
      unreached.push(...reasonsOf(place.warning).map((reason) => `${name}: ${reason}`));
  }
  if (unreached.length > 0) throw partial(operation, unreached);
}

/** What else may stand beside them one day is none of them; in place of one, it would be a listing that cannot be read. */
function isPlace(name: string): boolean {
  return name === 'global' || name.includes('/');
}

/** Everything that all pages hold. */
export async function listAll(send: Send, listing: Listing): Promise<readonly JsonObject[]> {
  const all: JsonObject[] = [];
  for await (const page of listPages(send, listing)) all.push(...page);
  return all;
}

async function* answers(
  send: Send,
  { operation, input }: Pick<Listing, 'operation' | 'input'>,
): AsyncIterable<unknown> {
  const unreached: string[] = [];
  let token: string | undefined;
  do {
    const paging = token === undefined ? input : { ...input, pageToken: token };
    const answer = await send(operation, paging);
    const beside = parseAnswer(operation, told, answer);
    yield answer;
    unreached.push(...unreachedBy(beside));
    token = nextToken(operation, { used: token, named: beside.nextPageToken });
  } while (token !== undefined);
  if (unreached.length > 0) throw partial(operation, unreached);
}

function unreachedBy(beside: z.output<typeof told>): readonly string[] {
  const { unreachable = [], unreachables = [], missingZones = [], warnings = [] } = beside;
  const reasons = [...warnings, beside.warning].flatMap((one) => reasonsOf(one));
  return [...unreachable, ...unreachables, ...missingZones, ...reasons];
}

/** That a place has nothing of the kind is no reason: https://cloud.google.com/compute/docs/reference/rest/v1/instances/aggregatedList */
function reasonsOf(one: z.output<typeof warning> | undefined): readonly string[] {
  if (one === undefined || one.code === 'NO_RESULTS_ON_PAGE') return [];
  return [one.message ?? one.code ?? 'no reason given'];
}

/** A success, and yet not everything: what it lacks is not gone. */
function partial(operation: string, unreached: readonly string[]): OperationError {
  return new OperationError({
    class: 'server_error',
    code: 'PARTIAL_ANSWER',
    message: `Google left out what it did not reach: ${unreached.slice(0, 3).join('; ')}`,
    operation,
  });
}
