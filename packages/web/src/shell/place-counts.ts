/** How much there is behind each place, as far as one may see it. */
import { useQuery } from '@tanstack/react-query';
import { dashboardQuery } from '../features/dashboard/dashboard-queries.ts';
import { short } from '../words/count.ts';

export function usePlaceCounts(): ReadonlyMap<string, string> {
  const { data } = useQuery(dashboardQuery(undefined));
  if (data === undefined) return new Map();
  const open = Object.values(data.issues.open).reduce((sum, count) => sum + count, 0);
  return new Map([
    ['/issues', short(open)],
    ['/items', short(data.items)],
    ['/accounts', short(data.accounts)],
    ...(data.scopes.failed > 0 ? [['/coverage', short(data.scopes.failed)] as const] : []),
  ]);
}
