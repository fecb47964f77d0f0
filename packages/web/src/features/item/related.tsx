/** What the item is related to, both ways. */
import { Link } from '@tanstack/react-router';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { UnknownNotice } from '../../components/unknown-notice.tsx';
import type { Item, Relation } from './item-queries.ts';
import styles from './related.module.css';

export function Related({ item }: { readonly item: Pick<Item, 'relations' | 'coverage'> }) {
  const { relations, coverage } = item;
  const isIncomplete = coverage !== null && coverage.state !== 'complete';
  if (relations.length === 0 && !isIncomplete) return null;
  const groups = Map.groupBy(relations, ({ name, direction }) => headingOf(name, direction));
  return (
    <Panel title="Related items" note={relations.length}>
      {[...groups].map(([heading, inside]) => (
        <div key={heading} className={styles['group']}>
          <h3 className={styles['heading']}>{heading}</h3>
          <ul>
            {inside.map((relation) => (
              <li
                key={`${relation.technology} ${relation.key} ${JSON.stringify(relation.value)}`}
                className={styles['relation']}
              >
                <RelatedName relation={relation} />
                <span className={styles['technology']}>{relation.technology}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isIncomplete && (
        <div className={styles['notice']}>
          <UnknownNotice>More may be related: its scope could not be looked at.</UnknownNotice>
        </div>
      )}
    </Panel>
  );
}

function RelatedName({ relation: { item, itemName, key } }: { readonly relation: Relation }) {
  const name = <Provided text={itemName ?? key} mono longest={34} />;
  if (item === null) return <span>{name}</span>;
  return (
    <Link to="/items/$id" params={{ id: item }}>
      {name}
    </Link>
  );
}

/** "Instances", or "Instances of which it is part" seen from the other end. */
function headingOf(name: string, direction: Relation['direction']): string {
  const words = name.replaceAll('-', ' ');
  const heading = words.charAt(0).toUpperCase() + words.slice(1);
  return direction === 'out' ? heading : `${heading} of`;
}
