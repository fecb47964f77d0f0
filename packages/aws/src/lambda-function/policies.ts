/** The policies of a function: its own, and those of its aliases and published versions. */
import type { Failure, JsonObject, Send } from '@security-monkey/sdk';
import { parseAnswer } from '@security-monkey/sdk';
import { z } from 'zod';
import { policyOfText } from '../client/policy-text.ts';
import { type Alias, calls, unlessAbsent, type Version } from './calls.ts';

const answer = z.looseObject({ Policy: z.string() });

/** Undefined where there is none. */
export async function readPolicy(
  send: Send,
  named: { readonly FunctionName: string; readonly Qualifier?: string },
): Promise<JsonObject | undefined> {
  return await unlessAbsent(async () => {
    const { Policy } = parseAnswer(calls.policy, answer, await send(calls.policy, named));
    return policyOfText(calls.policy, Policy);
  });
}

export type Qualified = { readonly aliases: readonly Alias[]; readonly versions: readonly Version[] };

/**
 * How many published versions are asked for their policy. Lambda answers 15 such calls a second for the whole region and raises
 * that for nobody, and deployment tools leave hundreds of versions:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const mostVersions = 20;

/** Aliases, the versions that they lead to, and the newest versions. */
export function askedQualifiers({ aliases, versions }: Qualified): readonly string[] {
  const aimed = new Set(aliases.map(({ FunctionVersion }) => FunctionVersion));
  const byWorth = versions
    .map(({ Version: version }) => version)
    .toSorted((a, b) => Number(aimed.has(b)) - Number(aimed.has(a)) || Number(b) - Number(a));
  return [...aliases.map(({ Name }) => Name), ...byWorth.slice(0, mostVersions)];
}

/** Those that have a policy. */
export async function readQualifiedPolicies(
  send: Send,
  FunctionName: string,
  qualified: Qualified,
): Promise<readonly JsonObject[]> {
  const read = askedQualifiers(qualified).map(async (Qualifier) => {
    const Policy = await readPolicy(send, { FunctionName, Qualifier });
    return Policy === undefined ? [] : [{ Qualifier, Policy }];
  });
  return (await Promise.all(read)).flat();
}

/** What is said of the versions that are not asked; undefined when all are. */
export function unaskedFailure({ versions }: Qualified): Failure | undefined {
  const unasked = versions.length - mostVersions;
  if (unasked <= 0) return undefined;
  return {
    class: 'rejected',
    operation: calls.policy,
    message: `The policies of ${unasked} older versions are not asked for: Lambda allows few such calls. Delete versions that no longer serve`,
  };
}
