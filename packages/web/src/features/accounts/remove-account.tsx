/** Removing an account for good: says what goes with it, and takes its name before the button works. */

import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Account } from '../../api/accounts.ts';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { confirm } from '../../stores/toasts.ts';
import { counted } from '../../words/count.ts';
import { dashboardQuery } from '../dashboard/dashboard-queries.ts';
import { removeAccount } from './account-queries.ts';

export function RemoveAccount({ account }: { readonly account: Account }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const { data } = useQuery(dashboardQuery(account.id));
  const removing = useMutation({
    mutationFn: async () => await removeAccount(account),
    onSuccess: async () => {
      confirm({ text: `${account.name} is removed.` });
      await navigate({ to: '/accounts' });
      await queries.invalidateQueries();
    },
  });
  return (
    <Panel title="Remove">
      <form
        className={form['form']}
        onSubmit={(event) => {
          event.preventDefault();
          removing.mutate();
        }}
      >
        <p className={form['follows']}>
          Removes {data === undefined ? 'its items' : counted(data.items, 'item')} with their whole history
          {data !== undefined &&
            `, ${counted(
              Object.values(data.issues.open).reduce((sum, count) => sum + count, 0),
              'open issue',
            )} and ${counted(data.issues.justified, 'justified one')}`}
          , for good.
        </p>
        <TextInput
          label={
            <>
              Its name once more: <Provided text={account.name} mono />
            </>
          }
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FormError text={removing.error?.message} />
        <div className={form['buttons']}>
          <Button type="submit" disabled={typed !== account.name} loading={removing.isPending}>
            Remove for good
          </Button>
        </div>
      </form>
    </Panel>
  );
}
