/** Sending a test: its outcome stands where it was asked for. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../api/session.ts';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { type Alerter, sendTest, tellingKey } from './alerter-queries.ts';
import { AddressField, AlerterField } from './receiver-fields.tsx';

type TestPanelProps = {
  readonly alerters: readonly Alerter[];
  readonly person: Person;
  readonly isOverseer: boolean;
};

export function TestPanel({ alerters, person, isOverseer }: TestPanelProps) {
  const queries = useQueryClient();
  const [id, setId] = useState(alerters[0]?.id ?? '');
  const [address, setAddress] = useState('');
  const alerter = alerters.find((one) => one.id === id);
  const testing = useMutation({
    mutationFn: sendTest,
    onSettled: async () => await queries.invalidateQueries({ queryKey: tellingKey }),
  });
  return (
    <Panel title="Send a test">
      <form
        className={form['form']}
        onSubmit={(event) => {
          event.preventDefault();
          testing.mutate({ alerter: id, address: address.trim() === '' ? undefined : address.trim() });
        }}
      >
        <AlerterField alerters={alerters} value={id} change={setId} />
        {isOverseer ? (
          <AddressField alerter={alerter} own={person.email} value={address} change={setAddress} />
        ) : (
          <p>
            Goes to <Provided text={person.email} />, at once.
          </p>
        )}
        <FormError text={testing.error?.message} />
        {testing.data !== undefined && (
          <p className={form['follows']} role="status">
            Taken for <Provided text={testing.data.address} />. Taken is not arrived: look into the mailbox,
            and the folder for spam.
          </p>
        )}
        <div className={form['buttons']}>
          <Button type="submit" loading={testing.isPending} disabled={alerter?.configured !== true}>
            Send a test
          </Button>
        </div>
        {alerter?.configured === false && (
          <p className="quiet">It can be sent once {alerter.title} is set up.</p>
        )}
      </form>
    </Panel>
  );
}
