/** Describes a function: five calls, two more for each alias, one for each version, and the region's event sources once per run. */
import {
  type Description,
  type JsonObject,
  readParts,
  type Unreadable,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { type PartReading, readPart } from '../client/read-part.ts';
import { type Alias, calls, gone, readAliases, readVersions, type Version } from './calls.ts';
import { readableEnvironment } from './environment.ts';
import { eventSources, readEventSources } from './event-sources.ts';
import { readPolicy, readQualifiedPolicies, unaskedFailure } from './policies.ts';
import { readQualifiedUrls, readUrl } from './urls.ts';

const listed = z.looseObject({ FunctionName: z.string(), FunctionArn: z.string() });

export async function describeFunction(context: WatchContext, item: JsonObject): Promise<Description> {
  const { send, shared } = context;
  const { FunctionName, FunctionArn } = listed.parse(item);
  const environment = readableEnvironment(item);
  const [tags, own, qualified, sources] = await Promise.all([
    readParts({ send, gone }, environment.config, {
      Tags: { operation: calls.tags, input: { Resource: FunctionArn }, take: ({ Tags = {} }) => Tags },
    }),
    describeOwn(context, FunctionName),
    describeQualified(context, FunctionName),
    readPart({ path: `@${eventSources}`, gone: [] }, () =>
      shared(calls.eventSources, () => readEventSources(send)),
    ),
  ]);
  return {
    config: { ...tags.config, ...own.config, ...qualified.config },
    unreadable: [environment, tags, own, qualified, sources].flatMap(({ unreadable }) => unreadable),
    relations: sources.value?.get(FunctionArn) ?? [],
  };
}

type Described = { readonly config: JsonObject; readonly unreadable: readonly Unreadable[] };

/** The policy and the URL of the function itself. */
async function describeOwn({ send }: WatchContext, FunctionName: string): Promise<Described> {
  const [policy, url] = await Promise.all([
    readPart({ path: '/Policy', gone }, async () => (await readPolicy(send, { FunctionName })) ?? null),
    readPart({ path: '/Url', gone }, async () => (await readUrl(send, { FunctionName })) ?? null),
  ]);
  return described({ Policy: policy, Url: url });
}

/** Aliases and versions, and what hangs on them: where those are unknown, this is too. */
async function describeQualified({ send }: WatchContext, FunctionName: string): Promise<Described> {
  const [aliases, versions] = await Promise.all([
    readPart({ path: '/Aliases', gone }, () => readAliases(send, FunctionName)),
    readPart({ path: '/Versions', gone }, () => readVersions(send, FunctionName)),
  ]);
  const [policies, urls] = await Promise.all([
    after([aliases, versions], '/QualifiedPolicies', () =>
      readQualifiedPolicies(send, FunctionName, known(aliases, versions)),
    ),
    after([aliases], '/QualifiedUrls', () => readQualifiedUrls(send, FunctionName, aliases.value ?? [])),
  ]);
  const { config, unreadable } = described({
    Aliases: aliases,
    Versions: versions,
    QualifiedPolicies: policies,
    QualifiedUrls: urls,
  });
  const unasked = unaskedFailure(known(aliases, versions));
  const older = unasked === undefined ? [] : [{ path: '/OlderVersionPolicies', ...unasked }];
  return { config, unreadable: [...unreadable, ...older] };
}

function known(aliases: PartReading<readonly Alias[]>, versions: PartReading<readonly Version[]>) {
  return { aliases: aliases.value ?? [], versions: versions.value ?? [] };
}

/** Reads a part that needs others: when one of them could not be read, its reason is this part's reason. */
async function after<Value>(
  needed: readonly PartReading<unknown>[],
  path: string,
  load: () => Promise<Value>,
): Promise<PartReading<Value>> {
  const reasons = needed.flatMap(({ unreadable }) => unreadable);
  const [reason] = reasons;
  if (reason !== undefined) return { value: undefined, unreadable: [{ ...reason, path }] };
  return await readPart({ path, gone }, load);
}

function described(parts: Readonly<Record<string, PartReading<JsonObject[string]>>>): Described {
  const read = Object.entries(parts).flatMap(([name, { value }]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    config: Object.fromEntries(read),
    unreadable: Object.values(parts).flatMap(({ unreadable }) => unreadable),
  };
}
