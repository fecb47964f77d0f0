/** The URLs of a function: its own, and those of its aliases. */
import type { JsonObject, Send } from '@security-monkey/sdk';
import { parseAnswer } from '@security-monkey/sdk';
import { z } from 'zod';
import { type Alias, calls, unlessAbsent } from './calls.ts';

const answer = z.record(z.string(), z.json());

/** Undefined where there is none. */
export async function readUrl(
  send: Send,
  named: { readonly FunctionName: string; readonly Qualifier?: string },
): Promise<JsonObject | undefined> {
  return await unlessAbsent(async () => parseAnswer(calls.url, answer, await send(calls.url, named)));
}

/** Those that have a URL; versions cannot have one: https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html */
export async function readQualifiedUrls(
  send: Send,
  FunctionName: string,
  aliases: readonly Alias[],
): Promise<readonly JsonObject[]> {
  const read = aliases.map(async ({ Name }) => {
    const url = await readUrl(send, { FunctionName, Qualifier: Name });
    return url === undefined ? [] : [{ ...url, Qualifier: Name }];
  });
  return (await Promise.all(read)).flat();
}
