/** What accounts and technologies are called. */
import { useQuery } from '@tanstack/react-query';
import { accountsQuery } from '../../api/accounts.ts';
import { useTechnologyTitle } from '../../api/catalogue.ts';
import type { Names } from './subscription-words.ts';

export function useNames(): Names {
  const { data: accounts = [] } = useQuery(accountsQuery);
  return { accounts, technology: useTechnologyTitle() };
}
