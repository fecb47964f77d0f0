/** Adding a subscription: of what, how grave, when, and for administrators to whom. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../api/session.ts';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { Panel } from '../../components/panel.tsx';
import { useClock } from '../../stores/clock.ts';
import { confirm } from '../../stores/toasts.ts';
import { type Alerter, addSubscription, tellingKey } from './alerter-queries.ts';
import { AddressField, AlerterField } from './receiver-fields.tsx';
import { AboutFields, WhenFields } from './subscription-fields.tsx';
import { draftOf, emptyDraft, type Typed } from './typed-draft.ts';

type SubscriptionFormProps = {
  readonly alerters: readonly Alerter[];
  readonly person: Person;
  /** Whether others may be subscribed too. */
  readonly isOverseer: boolean;
  readonly close: () => void;
};

export function SubscriptionForm({ alerters, person, isOverseer, close }: SubscriptionFormProps) {
  const queries = useQueryClient();
  const { zone } = useClock();
  const [typed, setTyped] = useState(() => emptyDraft(alerters[0]?.id ?? '', zone));
  const adding = useMutation({
    mutationFn: addSubscription,
    onSuccess: async ({ address }) => {
      confirm({ text: `${address} is subscribed.` });
      await queries.invalidateQueries({ queryKey: tellingKey });
      close();
    },
  });
  const change = (changed: Partial<Typed>): void => setTyped({ ...typed, ...changed });
  const alerter = alerters.find(({ id }) => id === typed.alerter);
  return (
    <Panel title="Add a subscription">
      <form
        className={form['form']}
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate(draftOf(typed));
        }}
      >
        <AlerterField
          alerters={alerters}
          value={typed.alerter}
          change={(id) => change({ alerter: id, events: [] })}
        />
        {isOverseer && (
          <AddressField
            alerter={alerter}
            own={person.email}
            value={typed.address}
            change={(address) => change({ address })}
          />
        )}
        <AboutFields typed={typed} change={change} told={alerter?.events ?? []} />
        <WhenFields typed={typed} change={change} />
        <FormError text={adding.error?.message} />
        <div className={form['buttons']}>
          <Button type="submit" variant="filled" loading={adding.isPending}>
            Subscribe
          </Button>
          <Button onClick={close}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}
