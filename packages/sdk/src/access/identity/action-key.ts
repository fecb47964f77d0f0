/** One action as it is looked for in sets: by its place in the facts, with the kinds of resource it works on. */
import { type ActionSet, holdsAction } from '../facts/action-set.ts';
import { type IamAction, iamFacts, placeOf, resourcesAt } from '../facts/iam-facts.ts';
import { readEscapes } from '../pattern/wildcard.ts';
import type { Permissions } from './permissions.ts';

export type ActionKey = {
  readonly text: string;
  /** Undefined for an action that the facts do not know. */
  readonly place: number | undefined;
  /** Patterns of the resources that a request for it can name. */
  readonly kinds: readonly string[];
};

/** What a request names that is about no resource: a star of its own, which no ARN pattern matches. */
export const noResource: readonly string[] = [readEscapes('${*}')];
/** Of an action that is not known, it is not known what it works on. */
const anyResource: readonly string[] = ['*'];

const remembered = new Map<string, ActionKey>();

/** For the actions of our own tables: what is asked for once is remembered. */
export function actionKey(text: string): ActionKey {
  const before = remembered.get(text);
  if (before !== undefined) return before;
  const key = keyOf(text);
  remembered.set(text, key);
  return key;
}

export function keyAt(place: number, { text }: IamAction): ActionKey {
  const resources = resourcesAt(place);
  return { text, place, kinds: resources.length === 0 ? noResource : resources };
}

export function holds(set: ActionSet, { text, place }: ActionKey): boolean {
  return place === undefined ? holdsAction(set, text) : isSet(set.known, place);
}

/** Whether it is worth while to look through the grants. */
export function mayBeGranted({ granted }: Permissions, { place }: ActionKey): boolean {
  return place === undefined || isSet(granted, place);
}

function isSet(known: Uint32Array, place: number): boolean {
  return (((known[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

function keyOf(text: string): ActionKey {
  const place = placeOf(text);
  const action = place === undefined ? undefined : iamFacts().actions[place];
  if (place === undefined || action === undefined) return { text, place: undefined, kinds: anyResource };
  return keyAt(place, action);
}
