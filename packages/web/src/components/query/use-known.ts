/** What completing a query rests on: its keys, the values that occur, and what people call them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { checksQuery, technologiesQuery } from '../../api/catalogue.ts';
import { issueFacetsQuery, itemFacetsQuery } from '../../api/facets.ts';
import { queryKeysQuery } from '../../api/query-keys.ts';
import type { Known } from './suggestions.ts';

/** `rest` is what else is asked, while a value is wanted. */
export function useKnown(of: 'items' | 'issues', rest: string | undefined): Known {
  const { data: keys = [] } = useQuery(queryKeysQuery(of));
  const { data: technologies = [] } = useQuery(technologiesQuery);
  const { data: checks = [] } = useQuery({ ...checksQuery, enabled: of === 'issues' });
  const items = useQuery({
    ...itemFacetsQuery(rest ?? ''),
    placeholderData: keepPreviousData,
    enabled: of === 'items' && rest !== undefined,
  });
  const issues = useQuery({
    ...issueFacetsQuery(rest ?? ''),
    placeholderData: keepPreviousData,
    enabled: of === 'issues' && rest !== undefined,
  });
  const { data, isPlaceholderData } = of === 'items' ? items : issues;
  // The rest may be wrong, and then nothing is counted: the values that were found last still help.
  const last = useRef(data);
  last.current = data ?? last.current;
  return {
    keys,
    counts: last.current,
    isExact: rest !== undefined && data !== undefined && !isPlaceholderData,
    titleOf: (key, value) => {
      if (key === 'technology') return technologies.find(({ id }) => id === value)?.title.one ?? '';
      return key === 'check' ? (checks.find(({ id }) => id === value)?.title ?? '') : '';
    },
  };
}
