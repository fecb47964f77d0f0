/** Switching a check on or off, and giving it another score; says what follows before it is saved. */

import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { Panel } from '../../components/panel.tsx';
import { confirm } from '../../stores/toasts.ts';
import { counted } from '../../words/count.ts';
import { type CheckDetail, changeCheck } from './check-queries.ts';

export function CheckSettings({ check }: { readonly check: CheckDetail }) {
  const queries = useQueryClient();
  const [isOn, setOn] = useState(check.enabled);
  const [score, setScore] = useState(check.ownScore === null ? '' : String(check.ownScore));
  const saving = useMutation({
    mutationFn: async () =>
      await changeCheck(check.id, {
        enabled: isOn ? null : false,
        score: score === '' ? null : Number(score),
      }),
    onSuccess: async () => {
      confirm({ text: 'Saved; it holds from the next audit on.' });
      await queries.invalidateQueries({ queryKey: ['checks'] });
    },
  });
  const follows = followsOf(check, isOn, score);
  return (
    <Panel
      title="Settings"
      note={check.overrides?.length ? counted(check.overrides.length, 'override') : undefined}
    >
      <form
        className={form['form']}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <Checkbox label="On" checked={isOn} onChange={(event) => setOn(event.currentTarget.checked)} />
        <TextInput
          label="Own score"
          type="number"
          min={0}
          max={10}
          value={score}
          placeholder={String(check.score)}
          description="0 to 10; empty for that of the check."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(event) => setScore(event.currentTarget.value)}
        />
        {follows !== undefined && <p className={form['follows']}>{follows}</p>}
        <FormError text={saving.error?.message} />
        <div className={form['buttons']}>
          <Button type="submit" variant="filled" disabled={follows === undefined} loading={saving.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function followsOf(
  { enabled, ownScore, issues }: CheckDetail,
  isOn: boolean,
  score: string,
): string | undefined {
  const standing = issues.open + issues.justified;
  if (enabled && !isOn)
    return `Retires ${counted(standing, 'issue')}; ${issues.justified} of them justified.`;
  if (!enabled && isOn) return 'Judges every item of its technology again.';
  if (score !== (ownScore === null ? '' : String(ownScore)))
    return `Scores ${counted(standing, 'issue')} anew.`;
  return undefined;
}
