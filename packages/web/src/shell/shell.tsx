/** The frame of every page behind the sign-in. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { useKeys } from '../stores/keys.ts';
import { BottomBar } from './bottom-bar.tsx';
import { DemoLabel } from './demo-label.tsx';
import { Header } from './header.tsx';
import { KeysHelp, keysHelp } from './keys-help.tsx';
import { Navigation, usePlaces } from './navigation.tsx';
import styles from './shell.module.css';
import { ToastList } from './toast-list.tsx';

export function Shell() {
  const { demo } = useSuspenseQuery(sessionQuery).data;
  usePlaceKeys();
  return (
    <div className={styles['frame']} data-demo={demo || undefined}>
      <a href="#content" className={styles['skip']}>
        Skip to the page
      </a>
      {demo && <DemoLabel />}
      <div className={styles['columns']}>
        <Navigation />
        <div className={styles['main']}>
          <Header />
          <main id="content" tabIndex={-1} className={styles['content']}>
            <Outlet />
          </main>
        </div>
      </div>
      <BottomBar />
      <ToastList />
      <KeysHelp />
    </div>
  );
}

function usePlaceKeys(): void {
  const places = usePlaces();
  const navigate = useNavigate();
  useKeys([
    ...places.flatMap(({ to, label, key }) =>
      key === undefined
        ? []
        : [{ keys: [`g ${key}`], does: `to ${label}`, run: () => void navigate({ to }) }],
    ),
    { keys: ['?'], does: 'this table', run: () => keysHelp.set(true) },
  ]);
}
