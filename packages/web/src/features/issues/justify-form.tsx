/** Why issues are acceptable, and until when. Says what follows before the button is pressed. */

import { Button, Textarea, TextInput } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { FormError } from '../../components/form/form-error.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { counted } from '../../words/count.ts';
import styles from './issue-peek.module.css';
import type { Justification } from './issue-queries.ts';

type JustifyFormProps = {
  readonly ids: readonly string[];
  /** Sum of the scores of what is justified. */
  readonly score: number;
  readonly submit: (justification: Justification) => void;
  readonly cancel: () => void;
  readonly error: string | undefined;
  readonly isPending: boolean;
};

export function JustifyForm({ ids, score, submit, cancel, error, isPending }: JustifyFormProps) {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const send = (): void => {
    if (reason.trim() === '' || isPending) return;
    submit({ ids, reason: reason.trim(), ...(until !== '' && { until: endOfDay(until) }) });
  };
  return (
    <form
      className={`${styles['part']} ${styles['form']}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          send();
        }
        if (event.key === 'Escape') {
          event.preventDefault();
          cancel();
        }
      }}
    >
      <div className={styles['formHead']}>
        <IconSignature size={18} stroke={1.6} aria-hidden />
        <h3>{ids.length === 1 ? 'Justify' : `Justify ${counted(ids.length, 'issue')}`}</h3>
        <span>for this evidence only</span>
      </div>
      <ReasonAndEnd reason={reason} setReason={setReason} until={until} setUntil={setUntil} />
      <p className={styles['follows']}>
        Covers {counted(ids.length, 'issue')}, score {score}. {ids.length === 1 ? 'It opens' : 'Each opens'}{' '}
        again if its evidence widens{until === '' ? '' : ', and when the day has passed'}.
      </p>
      <FormError text={error} />
      <div className={styles['buttons']}>
        <Button
          type="submit"
          variant="filled"
          disabled={reason.trim() === ''}
          loading={isPending}
          rightSection={<KeyHint>Ctrl Enter</KeyHint>}
        >
          Justify
        </Button>
        <Button variant="subtle" onClick={cancel} rightSection={<KeyHint>Esc</KeyHint>}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type ReasonAndEndProps = {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** A day, or nothing for ever. */
  readonly until: string;
  readonly setUntil: (until: string) => void;
};

function ReasonAndEnd({ reason, setReason, until, setUntil }: ReasonAndEndProps) {
  return (
    <>
      <Textarea
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        required
        withAsterisk={false}
        autoFocus
      />
      <TextInput
        label="Until"
        type="date"
        value={until}
        min={new Date().toISOString().slice(0, 10)}
        onChange={(event) => setUntil(event.currentTarget.value)}
        description={until === '' ? 'For ever unless you give a day.' : 'Then it opens again.'}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
    </>
  );
}

/** The end of the chosen day, where the person is. */
function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}
