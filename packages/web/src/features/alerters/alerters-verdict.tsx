/** Whether what is sent is delivered, and what waits. */
import { useQuery } from '@tanstack/react-query';
import { Moment } from '../../components/moment.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { counted } from '../../words/count.ts';
import { type Delivery, lastDeliveredQuery } from './alerter-queries.ts';
import { type AlerterState, mayRetry } from './alerter-state.ts';
import { verdictWords } from './verdict-words.ts';

type AlertersVerdictProps = {
  readonly states: readonly AlerterState[];
  readonly seesOthers: boolean;
  readonly unsettled: { readonly rows: readonly Delivery[]; readonly isCut: boolean };
};

export function AlertersVerdict({ states, seesOthers, unsettled: { rows, isCut } }: AlertersVerdictProps) {
  const { data: last } = useQuery(lastDeliveredQuery);
  const givenUp = rows.filter(mayRetry).length;
  const hasSent = last !== null;
  return (
    <Verdict
      below={
        <>
          {typeof last?.deliveredAt === 'string' && (
            <>
              The last was delivered <Moment at={last.deliveredAt} />.{' '}
            </>
          )}
          {givenUp > 0 &&
            `${counted(givenUp, 'message was', 'messages were')} given up; the log below can try again.`}
        </>
      }
    >
      {states.length === 0 && 'No alerter is loaded: nobody is told anything.'}
      {states.map((state) => (
        <span key={state.id}>
          <strong>{state.title}</strong> {verdictWords(state, { isCut, hasSent, seesOthers })}{' '}
        </span>
      ))}
    </Verdict>
  );
}
