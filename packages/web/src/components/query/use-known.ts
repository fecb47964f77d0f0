/** What completing a query rests on: its keys, the values that occur, and what people call them. */
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { checksQuery, technologiesQuery } from '../../api/catalogue.ts';
import { queryKeysQuery } from '../../api/query-keys.ts';
import type { Known, ValueCounts } from './suggestions.ts';

export function useKnown(of: 'items' | 'issues', counts: ValueCounts | undefined): Known {
  const { data: keys = [] } = useQuery(queryKeysQuery(of));
  const { data: technologies = [] } = useQuery(technologiesQuery);
  const { data: checks = [] } = useQuery({ ...checksQuery, enabled: of === 'issues' });
  // A term that is only half typed may be wrong, and then nothing is counted: what was counted last still helps.
  const last = useRef(counts);
  last.current = counts ?? last.current;
  return {
    keys,
    counts: last.current,
    titleOf: (key, value) => {
      if (key === 'technology') return technologies.find(({ id }) => id === value)?.title.one ?? '';
      return key === 'check' ? (checks.find(({ id }) => id === value)?.title ?? '') : '';
    },
  };
}
