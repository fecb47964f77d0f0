/** One person: role, whether they may sign in, a new link. */
import { ActionIcon, Menu, Select } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import table from '../../components/table.module.css';
import { confirm } from '../../stores/toasts.ts';
import { counted } from '../../words/count.ts';
import { plainText } from '../../words/plain-text.ts';
import { changePerson, type Invited, newLink, type Person, signOutPerson } from './people-queries.ts';
import { roleOf, roles } from './roles.ts';

type PersonRowProps = { readonly person: Person; readonly invited: (invited: Invited) => void };

export function PersonRow({ person, invited }: PersonRowProps) {
  const { id, name, email, role, accounts, active, hasPassword, createdAt } = person;
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: async (work: () => Promise<void>) => await work(),
    onError: (error) => confirm({ text: error.message }),
    onSettled: async () => await queries.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <tr>
      <td>
        <strong>
          <Provided text={name} longest={40} />
        </strong>
      </td>
      <td>
        <Provided text={email} longest={44} />
      </td>
      <td>
        <Select
          aria-label={`Role of ${plainText(name)}`}
          w={140}
          data={roles}
          value={role}
          onChange={(value) => act.mutate(async () => await changePerson(id, { role: roleOf(value) }))}
        />
      </td>
      <td className={table['tight']}>
        {accounts === 'all' ? 'all accounts' : counted(accounts.length, 'account')}
      </td>
      <td className={table['tight']}>
        {!active && 'may not sign in'}
        {active && !hasPassword && 'has not signed in yet'}
        {active && hasPassword && <Moment at={createdAt} form="day" />}
      </td>
      <td className={table['number']}>
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={`What can be done with ${plainText(name)}`}>
              <IconDots size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => act.mutate(async () => invited(await newLink(id)))}>
              New one-time link
            </Menu.Item>
            <Menu.Item onClick={() => act.mutate(async () => await signOutPerson(id))}>
              Sign out everywhere
            </Menu.Item>
            <Menu.Item onClick={() => act.mutate(async () => await changePerson(id, { active: !active }))}>
              {active ? 'Keep from signing in' : 'Let sign in again'}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
