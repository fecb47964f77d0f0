/** Watches Lambda functions, region by region. Code is never asked for: `GetFunction` would give the right to download it. */

import { defineWatcher, type JsonObject, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { regionalPage } from '../account-type/console.ts';
import { markerPages, readPages } from '../client/read-pages.ts';
import { calls, gone, pageSize } from './calls.ts';
import { functionConfig } from './config.ts';
import { describeFunction } from './describe-function.ts';
import { eventSources } from './event-sources.ts';

const reference = 'https://docs.aws.amazon.com/lambda/latest/api';

export const lambdaFunction = defineWatcher({
  id: 'aws.lambda-function',
  accountType: 'aws',
  title: { one: 'Lambda function', many: 'Lambda functions' },
  documentation: `${reference}/API_ListFunctions.html`,
  legacyIndex: 'lambda',
  version: 1,
  scope: 'region',
  permissions: Object.fromEntries(Object.values(calls).map((operation) => [operation, operation])),
  gone,
  ephemeral: [
    // They move with every change, which shows for itself: a new code by CodeSha256.
    '/LastModified',
    '/RevisionId',
    '/Aliases/*/RevisionId',
    '/Versions/*/RevisionId',
    '/Url/LastModifiedTime',
    '/QualifiedUrls/*/LastModifiedTime',
  ],
  secret: ['/Environment/Variables'],
  unordered: [
    { path: '/Aliases', source: `${reference}/API_ListAliases.html` },
    { path: '/Versions', source: `${reference}/API_ListVersionsByFunction.html` },
    // Put together from the answers for one alias or version each.
    { path: '/QualifiedPolicies', source: `${reference}/API_GetPolicy.html` },
    { path: '/QualifiedUrls', source: `${reference}/API_GetFunctionUrlConfig.html` },
    // Sets.
    { path: '/VpcConfig/SecurityGroupIds', source: `${reference}/API_VpcConfigResponse.html` },
    { path: '/VpcConfig/SubnetIds', source: `${reference}/API_VpcConfigResponse.html` },
  ],
  relations: [eventSources],
  config: functionConfig,
  // Lambda tells of no function when it was made, so that one of the same name cannot be told from its predecessor.
  identity: ({ FunctionArn }) => FunctionArn,
  lineage: ({ FunctionArn }) => FunctionArn,
  name: ({ FunctionName }) => FunctionName,
  tags: ({ Tags }) => Tags ?? {},
  terms: ({ FunctionArn, Role, Description, Aliases }) => [
    FunctionArn,
    ...(Role ? [Role] : []),
    ...(Description ? [Description] : []),
    ...(Aliases ?? []).map(({ Name }) => Name),
  ],
  consolePath: ({ FunctionName }, { region }) =>
    regionalPage('/lambda/home', region, `/functions/${encodeURIComponent(FunctionName)}`),
  list: listFunctions,
  describe: describeFunction,
  confirm: async ({ send }, { identity }) => {
    await send(calls.tags, { Resource: identity });
  },
});

const page = z.looseObject({
  // A region without functions may have no list.
  Functions: z.array(z.looseObject({ FunctionName: z.string(), FunctionArn: z.string() })).optional(),
});

async function* listFunctions({ send }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  const pages = readPages(send, markerPages(calls.list, { MaxItems: pageSize }, page));
  // What a loose schema has parsed is the JSON it was given.
  for await (const { Functions = [] } of pages) yield Functions as readonly JsonObject[];
}
