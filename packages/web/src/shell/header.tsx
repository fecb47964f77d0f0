/** The bar above: the way to this page, the theme, who is signed in. */
import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { frame } from '../stores/frame.ts';
import { useStore } from '../stores/store.ts';
import { AccountMenu } from './account-menu.tsx';
import { Face } from './brand.tsx';
import styles from './header.module.css';

export function Header() {
  return (
    <header className={styles['header']}>
      <Link to="/" className={styles['face']} aria-label="Security Monkey">
        <Face />
      </Link>
      <Way />
      <div className={styles['tools']}>
        <SchemeButton />
        <AccountMenu />
      </div>
    </header>
  );
}

function Way() {
  const crumbs = useStore(frame);
  return (
    <nav className={styles['way']} aria-label="Way to this page">
      <ol>
        {crumbs.map(({ label, to, search }, index) => (
          <li key={label} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {to === undefined ? (
              <bdi>{label}</bdi>
            ) : (
              <Link
                to={to}
                search={search ?? {}}
                activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
              >
                <bdi>{label}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'light' ? 'dark' : 'light';
  const Icon = scheme === 'light' ? IconMoon : IconSun;
  return (
    <Tooltip label={`Change to ${other}`}>
      <ActionIcon aria-label={`Change to ${other}`} onClick={() => setColorScheme(other)}>
        <Icon size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
