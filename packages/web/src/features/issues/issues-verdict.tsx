/** How many issues there are at this stage, and how many of them are critical. */
import { useQuery } from '@tanstack/react-query';
import { issueFacetsQuery } from '../../api/facets.ts';
import { Verdict } from '../../components/verdict.tsx';
import { atLeast, number } from '../../words/count.ts';
import { countOf } from './issue-facets.ts';
import type { IssueTab } from './issue-tabs.ts';

type IssuesVerdictProps = {
  readonly tab: IssueTab;
  readonly query: string;
  /** Whether something is searched for, and not all of the stage are meant. */
  readonly isSearch: boolean;
};

export function IssuesVerdict({ tab, query, isSearch }: IssuesVerdictProps) {
  const { data } = useQuery(issueFacetsQuery(query));
  if (data === undefined) return <Verdict>Issues</Verdict>;
  if (data.total === 0)
    return (
      <Verdict>
        No issue {isSearch ? 'that matches ' : ''}is {tab}.
      </Verdict>
    );
  const critical = countOf(data, 'severity', 'critical');
  const count = atLeast(data.total, !data.atLeast);
  return (
    <Verdict>
      <strong>
        {count.charAt(0).toUpperCase()}
        {count.slice(1)} {data.total === 1 ? 'issue is' : 'issues are'} {tab}
      </strong>
      {critical > 0 ? `, ${number(critical)} of them critical.` : '.'}
    </Verdict>
  );
}
