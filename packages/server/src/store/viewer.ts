/** Who is looking. Every read takes a viewer and returns only what it may see. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';

/** The product itself (engine, scheduler), or a person or token with the accounts it may see. */
export type Viewer =
  | { readonly kind: 'system' }
  | { readonly kind: 'person'; readonly userId: string; readonly accounts: 'all' | readonly string[] };

export const systemViewer: Viewer = { kind: 'system' };

/** The ids of the accounts that a viewer may see, or `all`. */
export function visibleAccounts(viewer: Viewer): 'all' | readonly string[] {
  return viewer.kind === 'system' ? 'all' : viewer.accounts;
}

/** The same viewer, looking at some accounts only; accounts that it may not see stay unseen. */
export function narrowed(viewer: Viewer, accounts: readonly string[] | undefined): Viewer {
  if (accounts === undefined) return viewer;
  const all = visibleAccounts(viewer);
  const userId = viewer.kind === 'system' ? '' : viewer.userId;
  const seen = all === 'all' ? accounts : accounts.filter((id) => all.includes(id));
  return { kind: 'person', userId, accounts: seen };
}

/** The condition that a row's account is one that the viewer may see: `where((eb) => visible(eb, viewer, 'item.account_id'))`. */
export function visible<Tables, Table extends keyof Tables>(
  eb: ExpressionBuilder<Tables, Table>,
  viewer: Viewer,
  column: Parameters<ExpressionBuilder<Tables, Table>['ref']>[0],
): Expression<SqlBool> {
  const accounts = visibleAccounts(viewer);
  if (accounts === 'all') return eb.lit(true);
  if (accounts.length === 0) return eb.lit(false);
  return eb(eb.ref(column) as never, 'in', accounts as never);
}
