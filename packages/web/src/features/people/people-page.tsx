/** People: who may sign in and do what; and what they changed. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ExportMenu } from '../../components/export-menu.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import table from '../../components/table.module.css';
import { Verdict } from '../../components/verdict.tsx';
import { useFrame } from '../../stores/frame.ts';
import { counted } from '../../words/count.ts';
import { AuditLog } from './audit-log.tsx';
import { InviteForm } from './invite-form.tsx';
import { LinkNote } from './link-note.tsx';
import { type Invited, peopleQuery } from './people-queries.ts';
import { PersonRow } from './person-row.tsx';

export function PeoplePage() {
  useFrame([{ label: 'People' }]);
  const { data: people, error, refetch } = useQuery(peopleQuery);
  const [invited, setInvited] = useState<Invited>();
  if (error !== null) return <Failed error={error} what="The people" isPage again={() => void refetch()} />;
  if (people === undefined) return <SkeletonRows rows={6} />;
  const admins = people.filter(({ role, active }) => role === 'admin' && active).length;
  return (
    <>
      <Verdict>
        <strong>{counted(people.filter(({ active }) => active).length, 'person', 'people')}</strong> may sign
        in, {counted(admins, 'as an administrator', 'as administrators')}.
      </Verdict>
      {invited !== undefined && <LinkNote invited={invited} close={() => setInvited(undefined)} />}
      <Panel title="People" actions={<ExportMenu lists={[{ list: 'people' }]} />}>
        <div className={table['scroll']}>
          <table className={table['table']}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">E-mail</th>
                <th scope="col">Role</th>
                <th scope="col">Sees</th>
                <th scope="col">Since</th>
                <th scope="col">
                  <span className="visually-hidden">What can be done</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonRow key={person.id} person={person} invited={setInvited} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <Panel title="Add a person">
        <InviteForm done={setInvited} />
      </Panel>
      <AuditLog />
    </>
  );
}
