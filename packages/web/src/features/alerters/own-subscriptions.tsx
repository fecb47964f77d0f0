/** What one is told, and the form to be told of more: open at once while there is nothing. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Person } from '../../api/session.ts';
import { SubscriptionForm } from './subscription-form.tsx';
import { SubscriptionsPanel, type SubscriptionsPanelProps } from './subscriptions-panel.tsx';

type OwnSubscriptionsProps = Omit<SubscriptionsPanelProps, 'title' | 'actions'> & {
  readonly person: Person;
  readonly isOverseer: boolean;
};

export function OwnSubscriptions({ person, isOverseer, ...list }: OwnSubscriptionsProps) {
  const { alerters, subscriptions } = list;
  const [step, setStep] = useState<'listed' | 'adding' | 'left'>(
    subscriptions.length === 0 ? 'adding' : 'listed',
  );
  const isAdding = step === 'adding';
  const mayAdd = alerters.length > 0;
  return (
    <>
      <SubscriptionsPanel
        {...list}
        title="What you are told"
        actions={
          mayAdd &&
          !isAdding && (
            <Button variant="filled" autoFocus={step === 'left'} onClick={() => setStep('adding')}>
              Add a subscription
            </Button>
          )
        }
      />
      {mayAdd && isAdding && (
        <SubscriptionForm
          alerters={alerters}
          person={person}
          isOverseer={isOverseer}
          close={() => setStep('left')}
        />
      )}
    </>
  );
}
