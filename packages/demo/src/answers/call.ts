/** A call as the simulator answers it. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Moment } from '../time/moment.ts';
import type { Dice } from '../world/dice.ts';
import type { World } from '../world/world.ts';
import { ProviderError } from './provider-error.ts';

export type Call = {
  readonly account: string;
  readonly region: string;
  readonly input: JsonObject;
  /** What there is at the moment of the call. */
  readonly world: World;
  readonly moment: Moment;
  readonly dice: Dice;
};

/** Operation to what answers it. */
export type Answers = Readonly<Record<string, (call: Call) => JsonObject>>;

/** @throws ProviderError when the call lacks the text */
export function textOf(input: JsonObject, member: string, refusal = 'ValidationError'): string {
  const value = input[member];
  if (typeof value === 'string') return value;
  throw new ProviderError(refusal, `The call names no ${member}`);
}

type Owned = { readonly account: string; readonly region: string };

/** What belongs to the account that is asked, wherever it lies. */
export function ofAccount<One extends Pick<Owned, 'account'>>(
  all: readonly One[],
  { account }: Pick<Call, 'account'>,
): readonly One[] {
  return all.filter((one) => one.account === account);
}

/** What belongs to the account and lies in the region that is asked. */
export function ofRegion<One extends Owned>(all: readonly One[], call: Call): readonly One[] {
  return ofAccount(all, call).filter(({ region }) => region === call.region);
}

/** @throws ProviderError with that code when there is none */
export function found<One>(one: One | undefined, code: string): One {
  if (one !== undefined) return one;
  throw new ProviderError(code, 'There is no such resource');
}

/** Tags in the form of most services. */
export function tagList(tags: Readonly<Record<string, string>>): readonly JsonObject[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
