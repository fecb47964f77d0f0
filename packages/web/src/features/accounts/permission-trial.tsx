/** Trying every permission of an account, as a check list that fills while the calls are made. */

import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconEyeOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../api/accounts.ts';
import { FormError } from '../../components/form/form-error.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { counted } from '../../words/count.ts';
import type { Trial } from './account-queries.ts';
import styles from './accounts.module.css';
import { tryPermissions } from './try-permissions.ts';

export function PermissionTrial({ account }: { readonly account: Account }) {
  const [trials, setTrials] = useState<readonly Trial[]>([]);
  const trying = useMutation({
    mutationFn: async () => {
      setTrials([]);
      const signal = AbortSignal.timeout(10 * 60_000);
      for await (const trial of tryPermissions(account.id, signal)) setTrials((now) => [...now, trial]);
    },
  });
  const refused = trials.filter(({ outcome }) => outcome === 'refused' || outcome === 'failed');
  const shown = [...refused, ...trials.filter((trial) => !refused.includes(trial))];
  return (
    <Panel
      title="Permissions"
      note={trials.length > 0 && `${trials.length} tried, ${counted(refused.length, 'missing', 'missing')}`}
      actions={
        <Button onClick={() => trying.mutate()} loading={trying.isPending}>
          Try them
        </Button>
      }
    >
      {trials.length === 0 && (
        <p className={styles['note']}>Makes every call that watching needs once, and records nothing.</p>
      )}
      <FormError text={trying.error?.message} />
      <ul className={styles['trials']} aria-live="polite">
        {shown.map((trial) => (
          <li key={`${trial.technology} ${trial.operation} ${trial.permission}`} className={styles['trial']}>
            <TrialMark outcome={trial.outcome} />
            <div>
              <p>
                <Provided text={trial.permission ?? trial.operation ?? trial.message} mono />
              </p>
              {trial.outcome !== 'allowed' && (
                <p className="quiet">
                  <Provided text={trial.message} /> {trial.hint}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function TrialMark({ outcome }: { readonly outcome: Trial['outcome'] }) {
  if (outcome === 'allowed')
    return (
      <IconCircleCheck size={16} stroke={1.6} className={styles['allowed'] ?? ''} aria-label="allowed" />
    );
  if (outcome === 'untried') return <IconCircleDashed size={16} stroke={1.6} aria-label="not tried" />;
  return <IconEyeOff size={16} stroke={1.6} aria-label={outcome} />;
}
