/** On small screens the places stand at the bottom; what does not fit is behind "More". */
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './bottom-bar.module.css';
import { usePlaces } from './navigation.tsx';

const most = 4;

export function BottomBar() {
  const places = usePlaces();
  const first = places.slice(0, places.length > most + 1 ? most : places.length);
  const rest = places.slice(first.length);
  return (
    <nav className={styles['bar']} aria-label="Main">
      {first.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={styles['place']}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon size={20} stroke={1.6} aria-hidden />
          {label}
        </Link>
      ))}
      {rest.length > 0 && (
        <Menu position="top-end" width={220}>
          <Menu.Target>
            <button type="button" className={styles['place']}>
              <IconDots size={20} stroke={1.6} aria-hidden />
              More
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ to, label, icon: Icon }) => (
              <Menu.Item
                key={to}
                component={Link}
                to={to}
                leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}
