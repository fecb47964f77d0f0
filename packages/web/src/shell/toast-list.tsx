/** Shows the confirmations, and tells them to screen readers. */
import { Button } from '@mantine/core';
import { useStore } from '../stores/store.ts';
import { dismiss, toasts } from '../stores/toasts.ts';
import styles from './toast-list.module.css';

export function ToastList() {
  const shown = useStore(toasts);
  return (
    <div className={styles['list']} role="status" aria-live="polite">
      {shown.map(({ id, text, undo }) => (
        <div key={id} className={styles['toast']}>
          <span>{text}</span>
          {undo !== undefined && (
            <Button
              variant="subtle"
              onClick={() => {
                dismiss(id);
                undo.run();
              }}
            >
              {undo.label}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
