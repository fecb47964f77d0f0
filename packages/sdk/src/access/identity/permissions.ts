/** What an identity may do: what is allowed, and what is taken away whatever allows it. */
import type { ActionSet } from '../facts/action-set.ts';
import { hasVariable, readEscapes, widestPattern } from '../pattern/wildcard.ts';
import type { ConditionEntry } from '../policy/parse-condition.ts';
import type { Selection } from '../policy/statement.ts';

/** A pattern of resources that are allowed, or spared by a Deny: read as widely as it may be meant. */
export type ResourcePattern = {
  readonly text: string;
  /** Each variable stands for any text. */
  readonly widest: string;
  /** Whether it can only name the user who asks. */
  readonly isOwnUser: boolean;
};

/** Actions that are allowed on what all of `within` and none of `except` match. */
export type Grant = {
  readonly actions: ActionSet;
  readonly within: readonly ResourcePattern[];
  readonly except: readonly string[];
  /** All of them must hold; none of them can never hold. */
  readonly conditions: readonly ConditionEntry[];
  /** Whether a condition leaves something out. */
  readonly isNarrowed: boolean;
  readonly from: Place;
};

/** Places in the list of policies and in the policy's list of statements. */
export type Place = { readonly policy: number; readonly statement: number };

/** Actions that are denied without a condition. */
export type Denial = { readonly actions: ActionSet } & (
  | { readonly on: readonly string[] }
  | { readonly onAllBut: readonly ResourcePattern[] }
);

export type Permissions = {
  readonly grants: readonly Grant[];
  /** The known actions that some grant holds, as in an action set: most questions end here. */
  readonly granted: Uint32Array;
  readonly denials: readonly Denial[];
  /** Where the identity may live: what holds in one of them is found. */
  readonly partitions: readonly string[];
};

export function resourcePattern(text: string): ResourcePattern {
  return { text, widest: widestPattern(text), isOwnUser: /\/\$\{aws:username\}$/i.test(text) };
}

/** The patterns of which it is certain what they match: a variable may stand for anything. */
export function certainPatterns({ patterns }: Selection): readonly string[] {
  return patterns.filter((pattern) => !hasVariable(pattern)).map(readEscapes);
}
