/** A key, printed where it works. */
import { usePreferences } from '../stores/preferences.ts';
import styles from './key-hint.module.css';

export function KeyHint({ children }: { readonly children: string }) {
  const { keys } = usePreferences();
  if (!keys && children.length === 1) return null;
  return (
    <kbd className={styles['key']} aria-hidden>
      {children}
    </kbd>
  );
}
