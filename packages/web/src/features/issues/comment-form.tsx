/** Writing about an issue. */

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormError } from '../../components/form/form-error.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import styles from './issue-peek.module.css';

type CommentFormProps = {
  readonly submit: (text: string) => void;
  readonly cancel: () => void;
  readonly error: string | undefined;
  readonly isPending: boolean;
};

export function CommentForm({ submit, cancel, error, isPending }: CommentFormProps) {
  const [text, setText] = useState('');
  const send = (): void => {
    if (text.trim() !== '' && !isPending) submit(text.trim());
  };
  return (
    <form
      className={`${styles['part']} ${styles['form']}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        if (event.key === 'Escape') {
          event.preventDefault();
          cancel();
        }
      }}
    >
      <Textarea
        label="Comment"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        autoFocus
      />
      <FormError text={error} />
      <div className={styles['buttons']}>
        <Button
          type="submit"
          variant="filled"
          disabled={text.trim() === ''}
          loading={isPending}
          rightSection={<KeyHint>Ctrl Enter</KeyHint>}
        >
          Comment
        </Button>
        <Button variant="subtle" onClick={cancel} rightSection={<KeyHint>Esc</KeyHint>}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
