/** The calls that a function takes, and the lists among them. */
import { isOperationError, type JsonObject, type Send } from '@security-monkey/sdk';
import { z } from 'zod';
import { markerPages, readAll } from '../client/read-pages.ts';

export const calls = {
  list: 'lambda:ListFunctions',
  policy: 'lambda:GetPolicy',
  url: 'lambda:GetFunctionUrlConfig',
  aliases: 'lambda:ListAliases',
  versions: 'lambda:ListVersionsByFunction',
  eventSources: 'lambda:ListEventSourceMappings',
  tags: 'lambda:ListTags',
} as const;

const notFound = 'ResourceNotFoundException';

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html */
export const gone = [notFound];

/**
 * Undefined where Lambda says that there is no such policy or URL. It uses the same code for a function that is gone, so another
 * call must say whether it is: https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
 */
export async function unlessAbsent<Value>(load: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await load();
  } catch (error) {
    if (isOperationError(error) && error.failure.code === notFound) return undefined;
    throw error;
  }
}

export type Alias = JsonObject & { readonly Name: string; readonly FunctionVersion: string };
export type Version = JsonObject & { readonly Version: string };

const aliasPage = z.looseObject({
  Aliases: z.array(z.looseObject({ Name: z.string(), FunctionVersion: z.string() })).optional(),
});

export async function readAliases(send: Send, FunctionName: string): Promise<readonly Alias[]> {
  const all = await readAll(send, {
    ...markerPages(calls.aliases, { FunctionName }, aliasPage),
    elementsOf: ({ Aliases = [] }) => Aliases,
  });
  // What a loose schema has parsed is the JSON it was given.
  return all as readonly Alias[];
}

/** The most that a page of versions or functions may hold. */
export const pageSize = 50;

const versionPage = z.looseObject({
  Versions: z.array(z.looseObject({ Version: z.string() })).optional(),
});

/**
 * Published versions: `$LATEST` is the function itself. Their environments are left out: each was the function's own when it was
 * published, and a secret is better kept once.
 */
export async function readVersions(send: Send, FunctionName: string): Promise<readonly Version[]> {
  const all = await readAll(send, {
    ...markerPages(calls.versions, { FunctionName, MaxItems: pageSize }, versionPage),
    elementsOf: ({ Versions = [] }) => Versions,
  });
  return all
    .filter(({ Version: version }) => version !== '$LATEST')
    .map((version) => {
      const { Environment: _, ...kept } = version;
      return kept as Version;
    });
}
