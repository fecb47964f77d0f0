/** Asks before what was typed and not saved is left behind. */
import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import form from '../../components/form/form.module.css';
import styles from './settings.module.css';

export function LeaveGuard({ isUnsaved, what }: { readonly isUnsaved: boolean; readonly what: string }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => isUnsaved,
    withResolver: true,
  });
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title="Leave without saving?" size="sm">
      <p className={styles['ask']}>What you changed at “{what}” is not saved.</p>
      <div className={form['buttons']}>
        <Button variant="filled" data-autofocus onClick={() => reset?.()}>
          Stay
        </Button>
        <Button onClick={() => proceed?.()}>Leave it</Button>
      </div>
    </Modal>
  );
}
