/** One account: its form, how far it has been looked at, trying its permissions, removing it. */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type Account, accountTypesQuery } from '../../api/accounts.ts';
import { useMay } from '../../api/session.ts';
import { Moment } from '../../components/moment.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { UnknownNotice } from '../../components/unknown-notice.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useFrame } from '../../stores/frame.ts';
import { confirm } from '../../stores/toasts.ts';
import { counted } from '../../words/count.ts';
import { plainText } from '../../words/plain-text.ts';
import { AccountForm } from './account-form.tsx';
import { type AccountDraft, accountQuery, changeAccount, rescanAccount } from './account-queries.ts';
import styles from './accounts.module.css';
import { PermissionTrial } from './permission-trial.tsx';
import { RemoveAccount } from './remove-account.tsx';
import { RolePanel } from './role-panel.tsx';

export function AccountPage() {
  const { id } = useParams({ from: '/shell/accounts/$id' });
  const { data: account, error, refetch } = useQuery(accountQuery(id));
  useFrame([
    { label: 'Accounts', to: '/accounts' },
    { label: account === undefined ? 'Account' : plainText(account.name) },
  ]);
  if (error !== null) return <Failed error={error} what="The account" isPage again={() => void refetch()} />;
  if (account === undefined) return <SkeletonRows rows={8} />;
  return <LoadedAccount key={account.id} account={account} />;
}

function LoadedAccount({ account }: { readonly account: Account }) {
  const isAdmin = useMay('admin');
  const queries = useQueryClient();
  const { data: types } = useQuery(accountTypesQuery);
  const type = types?.find(({ id }) => id === account.type);
  const saving = useMutation({
    mutationFn: async (draft: AccountDraft) => await changeAccount(account.id, draft),
    onSuccess: async () => {
      confirm({ text: 'Saved.' });
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  return (
    <>
      <AccountVerdict account={account} />
      {account.scopes.failed > 0 && (
        <UnknownNotice
          action={
            <Button component={Link} to="/coverage">
              Open coverage
            </Button>
          }
        >
          <strong>{counted(account.scopes.failed, 'scope')} could not be looked at.</strong> What is known
          there keeps its last revision.
        </UnknownNotice>
      )}
      {isAdmin && type !== undefined && (
        <div className={styles['columns']}>
          <div className={styles['main']}>
            <Panel title="Account" note={type.title}>
              <AccountForm
                type={type}
                account={account}
                submit={saving.mutate}
                error={saving.error?.message}
                isPending={saving.isPending}
              />
            </Panel>
            <RemoveAccount account={account} />
          </div>
          <div className={styles['main']}>
            <PermissionTrial account={account} />
            <RolePanel type={type} />
          </div>
        </div>
      )}
    </>
  );
}

function AccountVerdict({ account }: { readonly account: Account }) {
  const mayAsk = useMay('comment');
  const { name, identifier, active, thirdParty, scopes, leftOut } = account;
  const rescan = useMutation({
    mutationFn: async () => await rescanAccount(account.id),
    onSuccess: () => confirm({ text: 'Asked for; coverage tells when it is done.' }),
    onError: (error) => confirm({ text: error.message }),
  });
  return (
    <Verdict
      below={<Provided text={identifier} mono />}
      actions={
        mayAsk &&
        active && (
          <Button
            leftSection={<IconRefresh size={16} stroke={1.6} />}
            loading={rescan.isPending}
            onClick={() => rescan.mutate()}
          >
            Rescan now
          </Button>
        )
      }
    >
      <strong>
        <Provided text={name} />
      </strong>{' '}
      {!active && (thirdParty ? 'is a known third party and not watched.' : 'is not watched.')}
      {!active && leftOut !== null && ` ${leftOut}`}
      {active && scopes.allCompleteSince === null && 'has not been looked at completely yet.'}
      {active && scopes.allCompleteSince !== null && (
        <>
          {scopes.failed > 0 ? 'has not been looked at completely since' : 'was looked at completely'}{' '}
          <Moment at={scopes.allCompleteSince} />.
        </>
      )}
    </Verdict>
  );
}
