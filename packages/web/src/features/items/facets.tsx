/** What a search may be narrowed by, with how much there is of each. Choosing changes the query. */
import { Checkbox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTechnologyTitle } from '../../api/catalogue.ts';
import type { ItemFacets } from '../../api/facets.ts';
import { afterPaint } from '../../components/after-paint.ts';
import { Provided } from '../../components/provided.tsx';
import { chosenTerms, term, toggledTerm } from '../../components/query/query-text.ts';
import { type Mark, SeverityMark } from '../../components/severity-mark.tsx';
import { number, sentence } from '../../words/count.ts';
import { severities } from '../../words/severity.ts';
import styles from './facets.module.css';

type FacetsProps = {
  readonly facets: ItemFacets | undefined;
  readonly query: string;
  readonly narrow: (query: string) => void;
};

const shownFirst = 6;

type Facet = {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  /** In this order, where there is one; the most frequent first otherwise. */
  readonly order?: readonly string[];
};

const shownFacets: readonly Facet[] = [
  { id: 'severity', title: 'Severity', key: 'severity', order: severities },
  { id: 'account', title: 'Account', key: 'account' },
  { id: 'technology', title: 'Technology', key: 'technology' },
  { id: 'region', title: 'Region', key: 'region' },
  { id: 'tag', title: 'Tag', key: 'tag' },
  { id: 'status', title: 'Status', key: 'is', order: ['active', 'unverified', 'frozen', 'deleted'] },
];

export function Facets({ facets, query, narrow }: FacetsProps) {
  const isWide = window.matchMedia('(min-width: 1024px)').matches;
  const { wanted, want } = useWanted(query, narrow);
  return (
    <aside className={styles['facets']} aria-label="Narrow the search">
      {shownFacets.map((facet) => (
        <details key={facet.id} open={isWide} className={styles['facet']}>
          <summary>
            {facet.title}
            <IconChevronDown size={15} stroke={1.6} aria-hidden />
          </summary>
          <FacetValues
            facet={facet}
            values={facets?.facets[facet.id]}
            sign={facets?.atLeast === true ? '+' : ''}
            query={wanted}
            narrow={want}
          />
        </details>
      ))}
    </aside>
  );
}

/** The query with what was just chosen: a box is ticked at once, and the next one counts on it, before the search has moved on. */
function useWanted(query: string, narrow: (query: string) => void) {
  const [wanted, setWanted] = useState<string>();
  useEffect(() => setWanted(undefined), [query]);
  const want = (next: string): void => {
    setWanted(next);
    afterPaint(() => narrow(next));
  };
  return { wanted: wanted ?? query, want };
}

type Value = { readonly value: string; readonly count: number };

type FacetValuesProps = {
  readonly facet: Facet;
  readonly values: readonly Value[] | undefined;
  /** "+" where not all that match were counted. */
  readonly sign: '+' | '';
  readonly query: string;
  readonly narrow: (query: string) => void;
};

function FacetValues({ facet, values, sign, query, narrow }: FacetValuesProps) {
  const [isWhole, setWhole] = useState(false);
  if (values === undefined) return <div className={styles['waiting']} />;
  const chosen = new Set(chosenTerms(query, facet.key));
  const all = ordered(facet, values).map((one) => ({
    ...one,
    isChosen: chosen.has(term(facet.key, one.value)),
  }));
  const shown = all.filter(({ isChosen }, index) => isWhole || index < shownFirst || isChosen);
  return (
    <>
      <ul>
        {shown.map(({ value, count, isChosen }) => (
          <li key={value} className={styles['value']}>
            <Checkbox
              checked={isChosen}
              onChange={() => narrow(toggledTerm(query, facet.key, value))}
              label={<ValueLabel facet={facet.id} value={value} />}
            />
            <span className={styles['count']}>{`${number(count)}${sign}`}</span>
          </li>
        ))}
      </ul>
      {all.length > shown.length && (
        <button type="button" className={styles['more']} onClick={() => setWhole(true)}>
          {all.length - shown.length} more
        </button>
      )}
    </>
  );
}

function ordered({ order }: Facet, values: readonly Value[]): readonly Value[] {
  if (order === undefined) return values;
  return values.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
}

function ValueLabel({ facet, value }: { readonly facet: string; readonly value: string }) {
  const titleOf = useTechnologyTitle();
  if (facet === 'severity')
    return (
      <span className={styles['severity']}>
        <SeverityMark mark={markOf(value)} />
        {sentence(value)}
      </span>
    );
  if (facet === 'technology') return <Provided text={titleOf(value)} longest={24} />;
  if (facet === 'status') return value;
  return <Provided text={value} longest={24} />;
}

function markOf(value: string): Mark {
  return severities.find((severity) => severity === value) ?? 'unknown';
}
