/** One item in the table. */

import { IconArchive, IconCheck, IconSnowflake } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTechnologyTitle } from '../../api/catalogue.ts';
import { Chip } from '../../components/chip.tsx';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { counted, number } from '../../words/count.ts';
import type { ItemRow } from './item-list-queries.ts';
import styles from './item-table.module.css';

type ItemTableRowProps = {
  readonly id: string;
  readonly item: ItemRow;
  readonly rowIndex: number;
  readonly isFocused: boolean;
  readonly isFirst: boolean;
  readonly focus: (id: string) => void;
  readonly open: (id: string, inNewTab: boolean) => void;
};

export function ItemTableRow({ id, item, rowIndex, isFocused, isFirst, focus, open }: ItemTableRowProps) {
  const titleOf = useTechnologyTitle();
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={rowIndex}
      tabIndex={isFocused || isFirst ? 0 : -1}
      className={`${styles['grid']} ${styles['row']}`}
      data-focused={isFocused || undefined}
      data-status={item.status}
      onClick={(event) => {
        focus(item.id);
        if (!(event.target instanceof HTMLAnchorElement)) open(item.id, event.ctrlKey || event.metaKey);
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget) focus(item.id);
      }}
    >
      <span role="gridcell" className={styles['score']}>
        <ItemScore item={item} />
      </span>
      <span role="gridcell" className={styles['name']}>
        <Link to="/items/$id" params={{ id: item.id }} tabIndex={-1}>
          <Provided text={item.name} mono longest={48} />
        </Link>
      </span>
      <span role="gridcell" className={styles['technology']}>
        {titleOf(item.technology)}
      </span>
      <span role="gridcell" className={styles['account']}>
        <Chip text={item.account} longest={20} />
      </span>
      <span role="gridcell" className={styles['region']}>
        {item.region}
      </span>
      <span role="gridcell" className={styles['issues']}>
        <OpenIssues item={item} />
      </span>
      <span role="gridcell" className={styles['changed']}>
        <Moment at={item.lastChanged} stale={item.status === 'unverified'} />
      </span>
    </div>
  );
}

/** The sum, or what stands in its place: a check when nothing is open, hatched when that is not known. */
function ItemScore({ item: { score, unknowns, status, openIssues } }: { readonly item: ItemRow }) {
  if (status === 'deleted')
    return <Marked icon={<IconArchive size={14} stroke={1.6} aria-label="Deleted" />} text="" />;
  if (status === 'frozen')
    return (
      <Marked icon={<IconSnowflake size={14} stroke={1.6} aria-label="Frozen" />} text={number(score)} />
    );
  if (openIssues === 0 && (unknowns ?? 0) > 0)
    return <Marked icon={<SeverityMark mark="unknown" label="Unknown" />} text="–" />;
  if (openIssues === 0) return <Marked icon={<IconCheck size={14} stroke={1.6} aria-hidden />} text="0" />;
  return <strong className={styles['sum']}>{number(score)}</strong>;
}

function Marked({ icon, text }: { readonly icon: React.ReactNode; readonly text: string }) {
  return (
    <span className={styles['marked']}>
      {icon}
      {text}
    </span>
  );
}

function OpenIssues({ item: { openIssues, unknowns } }: { readonly item: ItemRow }) {
  const unknown = unknowns ?? 0;
  if (unknown === 0) return openIssues === 0 ? <span className="quiet">none</span> : number(openIssues);
  return (
    <span className={styles['unknown']}>
      {openIssues > 0 && number(openIssues)}
      <SeverityMark mark="unknown" size={12} />
      {counted(unknown, 'unknown', 'unknown')}
    </span>
  );
}
