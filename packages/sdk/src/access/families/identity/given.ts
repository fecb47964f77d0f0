/** Things that a statement gives, as the rules report them. */
import type { ActionKey } from '../../identity/action-key.ts';
import type { Need } from '../../identity/find-use.ts';
import { useFinder } from '../../identity/use-finder.ts';
import type { ActionIndex } from './action-index.ts';
import type { GivenStatement } from './given-statement.ts';
import { usesByService } from './uses-by-service.ts';
import { selectionText } from './written-selection.ts';

export type Given = {
  readonly subject: Readonly<Record<string, string>>;
  /** Examples of the actions. */
  readonly actions: readonly string[];
};

type Wanted = Pick<Need, 'useless' | 'isAnother'> & { readonly among: ActionIndex };

/** The statement with what it is about. */
export function about({ statement }: GivenStatement): Given {
  return { subject: { resources: selectionText(statement.resources) }, actions: [] };
}

/** Actions that are allowed on something that may exist, one entry a service. */
export function given(statement: GivenStatement, { among, ...need }: Wanted): readonly Given[] {
  return givenWhere(statement, among, useFinder(statement.permissions, need));
}

/** Actions that are allowed as `isMeant` says, one entry a service. */
export function givenWhere(
  { statement }: GivenStatement,
  among: ActionIndex,
  isMeant: (key: ActionKey) => boolean,
): readonly Given[] {
  const resources = selectionText(statement.resources);
  return usesByService(statement.actions, among, isMeant).map(({ service, actions }) => ({
    subject: { service, resources },
    actions,
  }));
}

/** The actions of those services; all where none are given. */
export function ofServices(index: ActionIndex, services: ReadonlySet<string> | undefined): ActionIndex {
  return services === undefined ? index : new Map([...index].filter(([service]) => services.has(service)));
}
