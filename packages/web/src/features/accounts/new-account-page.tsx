/** Adding an account: its type, its form, and the role that it needs. */
import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { accountTypesQuery } from '../../api/accounts.ts';
import { sessionQuery } from '../../api/session.ts';
import { Failed, NotAllowed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useFrame } from '../../stores/frame.ts';
import { confirm } from '../../stores/toasts.ts';
import { AccountForm } from './account-form.tsx';
import { addAccount } from './account-queries.ts';
import styles from './accounts.module.css';
import { RolePanel } from './role-panel.tsx';

export function NewAccountPage() {
  useFrame([{ label: 'Accounts', to: '/accounts' }, { label: 'Add an account' }]);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: types, error, refetch } = useQuery(accountTypesQuery);
  const { type: chosen } = useSearch({ from: '/shell/accounts/new' });
  const adding = useMutation({
    mutationFn: addAccount,
    onSuccess: async ({ id, name }) => {
      confirm({ text: `${name} is added; it is looked at now.` });
      await queries.invalidateQueries();
      await navigate({ to: '/accounts/$id', params: { id } });
    },
  });
  const { person } = useSuspenseQuery(sessionQuery).data;
  if (person?.role !== 'admin')
    return (
      <NotAllowed>
        That takes the role admin, and yours is {person?.role}. Ask an administrator for it.
      </NotAllowed>
    );
  if (error !== null)
    return <Failed error={error} what="The types of accounts" isPage again={() => void refetch()} />;
  if (types === undefined) return <SkeletonRows rows={8} />;
  const type = types.find(({ id }) => id === chosen) ?? types[0];
  if (type === undefined) return null;
  return (
    <>
      <Verdict below="Security Monkey only reads; it never asks for a permission to write or to read your data.">
        Add an account
      </Verdict>
      <div className={styles['columns']}>
        <Panel title="Account">
          <div className={styles['type']}>
            <Select
              label="Type"
              data={types.map(({ id, title }) => ({ value: id, label: title }))}
              value={type.id}
              onChange={(value) =>
                void navigate({ to: '/accounts/new', search: { type: value ?? undefined }, replace: true })
              }
            />
          </div>
          <AccountForm
            key={type.id}
            type={type}
            submit={adding.mutate}
            error={adding.error?.message}
            isPending={adding.isPending}
          />
        </Panel>
        <RolePanel type={type} />
      </div>
    </>
  );
}
