/** The menu of whoever is signed in: density, keys, signing out. */
import { Menu } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { sessionQuery, signOut } from '../api/session.ts';
import { prefer, usePreferences } from '../stores/preferences.ts';
import styles from './account-menu.module.css';
import { keysHelp } from './keys-help.tsx';

export function AccountMenu() {
  const { person } = useSuspenseQuery(sessionQuery).data;
  const { density, keys } = usePreferences();
  const navigate = useNavigate();
  if (person === null) return null;
  const leave = async (): Promise<void> => {
    await signOut();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Menu width={240}>
      <Menu.Target>
        <button type="button" className={styles['avatar']}>
          <span aria-hidden>{initials(person.name)}</span>
          <span className="visually-hidden">{person.name}: menu</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles['who']}>
          <strong>
            <bdi>{person.name}</bdi>
          </strong>
          <bdi>{person.email}</bdi>
          <span>Role {person.role}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/alerters">
          My notifications
        </Menu.Item>
        <Menu.Item onClick={() => prefer({ density: density === 'compact' ? 'comfortable' : 'compact' })}>
          {density === 'compact' ? 'Comfortable rows' : 'Compact rows'}
        </Menu.Item>
        <Menu.Item onClick={() => prefer({ keys: !keys })}>
          {keys ? 'Turn single keys off' : 'Turn single keys on'}
        </Menu.Item>
        <Menu.Item onClick={() => keysHelp.set(true)}>All keys</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word ?? '',
  );
  return `${Array.from(first)[0] ?? ''}${Array.from(last)[0] ?? ''}`.toUpperCase();
}
