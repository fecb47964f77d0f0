/** A fake provider, told as data: what it answers, and what a watcher must make of that. */
import type { AccountFacts } from '../define/account-type.ts';
import type { Place } from '../define/watcher.ts';
import type { FailureClass } from '../failure.ts';
import type { JsonObject } from '../json/value.ts';
import type { Relation } from '../observation.ts';

export type EstateCall = { readonly operation: string; readonly input: JsonObject; readonly region: string };

/** The output of an operation, or a function that gives it or throws a {@link providerError}. */
export type EstateAnswer =
  | JsonObject
  | ((input: JsonObject, context: { readonly region: string }) => unknown);

/** An item that the estate holds, as the watcher has to give it. */
export type ExpectedItem = {
  readonly identity: string;
  readonly lineage: string;
  readonly name: string;
  /** The place's region unless given. */
  readonly region?: string;
  readonly config: JsonObject;
  /** Compared when given. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Where the provider's console shows it, from its origin on; compared when given. */
  readonly console?: string;
  /** None unless given. */
  readonly relations?: readonly Relation[];
};

export type Estate = {
  /** Operation to answer, or one function for all. It must answer equal calls equally, and hold no state. */
  readonly answers: Readonly<Record<string, EstateAnswer>> | ((call: EstateCall) => unknown);
  readonly items: readonly ExpectedItem[];
  readonly listing: {
    /** The call that lists; the estate must answer it in at least two pages. */
    readonly operation: string;
    /** Whether a call of it asks for the second page; unless given, the second call in one region does. */
    readonly secondPage?: (input: JsonObject) => boolean;
    /** Why there are no pages: the provider gives everything in one answer. */
    readonly whole?: string;
  };
  /** The describing calls that answer with a code in `gone` when the item has vanished; all calls that a describe makes for one item unless given. */
  readonly describing?: readonly string[];
  readonly place?: Partial<Place>;
  readonly facts?: Partial<AccountFacts>;
  /** What is configured about the account. */
  readonly fields?: JsonObject;
  /** Other ways to the same items, by what they are called: with other fields of the account, say. Each has to give the same items, but for ephemeral values. */
  readonly otherWays?: Readonly<Record<string, OtherWay>>;
  /** Set by {@link waysOf}. */
  readonly isOtherWay?: boolean;
};

export type OtherWay = Omit<Estate, 'items' | 'otherWays' | 'isOtherWay'>;

export type Way = { readonly title: string; readonly estate: Estate };

/** The estate as it is, and by every other way, with the items that are expected by each. */
export function waysOf({ otherWays = {}, ...estate }: Estate): readonly Way[] {
  const others = Object.entries(otherWays).map(([title, way]) => ({
    title,
    estate: { ...way, items: estate.items, isOtherWay: true },
  }));
  return [{ title: '', estate }, ...others];
}

const classOf = Symbol('failure class');

/** What a fake provider throws when it refuses a call, such as `throw providerError('NoSuchBucketPolicy')`. */
export function providerError(code: string, failureClass: FailureClass = 'not_found'): Error {
  return Object.assign(new Error(`the provider answers ${code}`), { name: code, [classOf]: failureClass });
}

/** The code and class of a {@link providerError}; undefined for any other error, which is a mistake in the estate. */
export function providerRefusal(
  error: unknown,
): { readonly code: string; readonly class: FailureClass } | undefined {
  if (!(error instanceof Error) || !(classOf in error)) return undefined;
  return { code: error.name, class: error[classOf] as FailureClass };
}

/** Where the estate lies: made up unless it says so itself. */
export function placeOf(estate: Estate, partition: string): Place {
  return { partition, account: '111122223333', region: 'us-east-1', ...estate.place };
}
