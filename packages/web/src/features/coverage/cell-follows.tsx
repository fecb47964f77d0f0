/** What follows from what could not be looked at: which items, issues and checks stand as they were. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { issueFacetsQuery, itemFacetsQuery } from '../../api/facets.ts';
import { term } from '../../components/query/query-text.ts';
import { number } from '../../words/count.ts';
import styles from './cell-peek.module.css';
import type { Cell } from './coverage-queries.ts';

export function CellFollows({ cell }: { readonly cell: Cell }) {
  const inCell = `${term('account', cell.account)} ${term('technology', cell.technology)}`;
  const unverified = `${inCell} is:unverified`;
  const unknown = `${inCell} is:unknown`;
  const { data: items } = useQuery(itemFacetsQuery(unverified));
  const { data: unread } = useQuery(itemFacetsQuery(unknown));
  const { data: issues } = useQuery(issueFacetsQuery(unverified));
  const kept = items?.total ?? 0;
  const undecided = unread?.total ?? 0;
  const open = issues?.total ?? 0;
  if (kept + undecided + open + cell.held === 0) return null;
  return (
    <div className={styles['part']}>
      <h3 className={styles['heading']}>What follows from it</h3>
      <ul className={styles['follows']}>
        {kept > 0 && (
          <li>
            <Link to="/items" search={{ query: unverified }}>
              <strong>{number(kept)}</strong> {kept === 1 ? 'item keeps its' : 'items keep their'} last
              revision
            </Link>
            , not verified
          </li>
        )}
        {undecided > 0 && (
          <li>
            <Link to="/items" search={{ query: unknown }}>
              <strong>{number(undecided)}</strong> {undecided === 1 ? 'item has' : 'items have'} unknown
              checks
            </Link>
            , neither passed nor failed
          </li>
        )}
        {open > 0 && (
          <li>
            <Link to="/issues" search={{ query: inCell, tab: 'unverified' }}>
              <strong>{number(open)}</strong> {open === 1 ? 'issue is' : 'issues are'} unverified
            </Link>
            , none is closed
          </li>
        )}
        {cell.held > 0 && (
          <li>
            <strong>{number(cell.held)}</strong> {cell.held === 1 ? 'item is' : 'items are'} held: missing
            from a listing, and not called gone
          </li>
        )}
      </ul>
    </div>
  );
}
