/** The table of keys that act on this page. */
import { Modal } from '@mantine/core';
import { KeyHint } from '../components/key-hint.tsx';
import { boundKeys } from '../stores/keys.ts';
import { createStore, useStore } from '../stores/store.ts';
import styles from './keys-help.module.css';

export const keysHelp = createStore(false);

export function KeysHelp() {
  const isOpen = useStore(keysHelp);
  const bindings = useStore(boundKeys).flatMap(({ current }) => current);
  return (
    <Modal opened={isOpen} onClose={() => keysHelp.set(false)} title="Keys on this page" size="md">
      <dl className={styles['keys']}>
        {bindings.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <span key={key} className={styles['combination']}>
                  {key.split(/[ +]/).map((part) => (
                    <KeyHint key={part}>{shown(part)}</KeyHint>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['note']}>No single key acts while you type. Turn them off in your menu.</p>
    </Modal>
  );
}

const words: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  shift: 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  up: '↑',
  down: '↓',
};

function shown(key: string): string {
  return words[key] ?? key.toUpperCase();
}
