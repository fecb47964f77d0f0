/** Accounts: what is watched, and which of them need a hand. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Account, accountsQuery, accountTypesQuery } from '../../api/accounts.ts';
import { useMay } from '../../api/session.ts';
import { ExportMenu } from '../../components/export-menu.tsx';
import { Moment } from '../../components/moment.tsx';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import table from '../../components/table.module.css';
import { UnknownBadge } from '../../components/unknown-badge.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useFrame } from '../../stores/frame.ts';
import { counted, number } from '../../words/count.ts';

export function AccountsPage() {
  useFrame([{ label: 'Accounts' }]);
  const mayAdd = useMay('admin');
  const { data: accounts, error, refetch } = useQuery(accountsQuery);
  if (error !== null) return <Failed error={error} what="The accounts" isPage again={() => void refetch()} />;
  if (accounts === undefined) return <SkeletonRows rows={8} />;
  const add = mayAdd && (
    <Button component={Link} to="/accounts/new" variant="filled">
      Add an account
    </Button>
  );
  if (accounts.length === 0)
    return (
      <Empty kind="search" heading="h1" title="No account is watched yet" actions={add}>
        Security Monkey only reads; it never asks for a permission to write or to read your data.
      </Empty>
    );
  const failing = accounts.filter(({ scopes }) => scopes.failed > 0).length;
  return (
    <>
      <Verdict actions={add}>
        <strong>{counted(accounts.length, 'account')}</strong>
        {failing > 0 ? `; ${number(failing)} ${failing === 1 ? 'needs' : 'need'} a hand.` : '.'}
      </Verdict>
      <Panel title="Accounts" actions={<ExportMenu lists={[{ list: 'accounts' }]} />}>
        <div className={table['scroll']}>
          <table className={table['table']}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col" className={table['wide']}>
                  Type
                </th>
                <th scope="col" className={table['wide']}>
                  Identifier
                </th>
                <th scope="col" className={table['wide']}>
                  Ours
                </th>
                <th scope="col">State</th>
                <th scope="col">Everything looked at</th>
                <th scope="col">Next run</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <AccountRow key={account.id} account={account} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  );
}

function AccountRow({ account }: { readonly account: Account }) {
  const { data: types = [] } = useQuery(accountTypesQuery);
  const { id, name, type, identifier, thirdParty, active, scopes } = account;
  return (
    <tr>
      <td>
        <Link to="/accounts/$id" params={{ id }}>
          <Provided text={name} longest={36} />
        </Link>
      </td>
      <td className={`${table['tight']} ${table['wide']}`}>
        {types.find((one) => one.id === type)?.title ?? type}
      </td>
      <td className={table['wide']}>
        <Provided text={identifier} mono longest={32} />
      </td>
      <td className={`${table['tight']} ${table['wide']}`}>{thirdParty ? 'third party' : 'ours'}</td>
      <td className={table['tight']}>
        {scopes.failed > 0 ? (
          <UnknownBadge>{counted(scopes.failed, 'scope')} not looked at</UnknownBadge>
        ) : (
          stateOf(active, scopes.running, scopes.never)
        )}
      </td>
      <td className={table['tight']}>
        {scopes.allCompleteSince === null ? (
          <span className="quiet">{thirdParty || !active ? '' : 'not yet'}</span>
        ) : (
          <Moment at={scopes.allCompleteSince} stale={scopes.failed > 0} />
        )}
      </td>
      <td className={table['tight']}>{scopes.nextRun !== null && <Moment at={scopes.nextRun} />}</td>
    </tr>
  );
}

function stateOf(active: boolean, running: boolean, never: number): string {
  if (!active) return 'not watched';
  if (running) return 'being looked at';
  return never > 0 ? 'waiting for its first listing' : 'watched';
}
