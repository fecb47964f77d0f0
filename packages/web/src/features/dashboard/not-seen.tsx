/** What could not be looked at, above everything else; nothing where nothing is missing. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Provided } from '../../components/provided.tsx';
import { UnknownNotice } from '../../components/unknown-notice.tsx';
import { counted, listed, number, sentence } from '../../words/count.ts';
import { plainText } from '../../words/plain-text.ts';
import { classWords } from '../coverage/class-words.ts';
import styles from './dashboard-page.module.css';
import type { Dashboard } from './dashboard-queries.ts';

const most = 3;

export function NotSeen({ dashboard }: { readonly dashboard: Dashboard }) {
  const { scopes, failures, failureGroups, unknowns } = dashboard;
  if (scopes.failed === 0 && failures.length === 0) return null;
  const all = scopes.complete + scopes.failed + scopes.frozen + scopes.never;
  const partly = failures.reduce((sum, { items }) => sum + items, 0);
  const parts = [
    ...(scopes.failed > 0
      ? [`${number(scopes.failed)} of ${counted(all, 'scope')} could not be looked at`]
      : []),
    ...(partly > 0 ? [`${counted(partly, 'item')} could be read in part only`] : []),
  ];
  return (
    <UnknownNotice
      action={
        <Button component={Link} to="/coverage">
          Open coverage
        </Button>
      }
    >
      <p>
        <strong>{sentence(listed(parts))}.</strong> What is known there keeps its last revision
        {unknowns > 0 && `, and ${counted(unknowns, 'check is', 'checks are')} unknown`}.
      </p>
      <ul className={styles['notSeen']}>
        {failures.slice(0, most).map(({ class: failure, permission, accounts, message }) => (
          <li key={`${failure} ${permission} ${message}`}>
            {classWords(failure)} {permission !== null && <Provided text={permission} mono />} in{' '}
            <Provided text={listed(accounts.map(plainText))} longest={40} />
          </li>
        ))}
        {failureGroups > most && <li>and {counted(failureGroups - most, 'more cause')}</li>}
      </ul>
    </UnknownNotice>
  );
}
