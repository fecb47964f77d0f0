/** What one Allow gives to one principal on one resource pattern, before and after the Denies. */
import type { ActionSet } from '../facts/action-set.ts';
import type { Principal } from '../policy/parse-principal.ts';
import type { Selection, Statement } from '../policy/statement.ts';
import type { Admitted } from './surroundings.ts';

/** Something that can only hold for callers of a fixed set: an entry of the Allow, or what a Deny leaves free. */
export type Pin = {
  /** JSON pointer into the document. */
  readonly path: string;
  readonly admits: readonly Admitted[];
  /** Whether it names an account, an organisation or an ARN. */
  readonly namesSource: boolean;
  /** Whether it names an organisation, or a part of one. */
  readonly namesOrganization: boolean;
  /** The accounts to one of which the calling principal must belong; missing where it may be any. */
  readonly principalAccounts?: readonly string[];
};

/** A part of a grant: some of its actions, with all that narrows who may use them. */
export type Fragment = { readonly actions: ActionSet; readonly pins: readonly Pin[] };

export type Grant = {
  readonly statement: Statement;
  readonly principal: Principal;
  /** One pattern of the statement, or all but its patterns. */
  readonly resource: Selection;
  /** What the Denies leave; never one without actions. */
  readonly fragments: readonly Fragment[];
  /** JSON pointers to the Denies that take something from it. */
  readonly cutBy: readonly string[];
};
