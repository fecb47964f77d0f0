/** By which alerter somebody is told, and where. */
import { Select, TextInput } from '@mantine/core';
import type { Alerter } from './alerter-queries.ts';

const order = ['label', 'input', 'description', 'error'] as const;

type AlerterFieldProps = {
  readonly alerters: readonly Alerter[];
  readonly value: string;
  readonly change: (id: string) => void;
};

/** Not asked while there is one only. */
export function AlerterField({ alerters, value, change }: AlerterFieldProps) {
  if (alerters.length < 2) return null;
  return (
    <Select
      label="By"
      data={alerters.map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={(id) => change(id ?? value)}
    />
  );
}

type AddressFieldProps = {
  readonly alerter: Alerter | undefined;
  readonly own: string;
  readonly value: string;
  readonly change: (address: string) => void;
};

/** Another address than one's own is for administrators who see all accounts. */
export function AddressField({ alerter, own, value, change }: AddressFieldProps) {
  return (
    <TextInput
      label={alerter?.address.label ?? 'Address'}
      description="Yours unless you type another. An address of a user is told what that user may see, any other everything."
      inputWrapperOrder={[...order]}
      placeholder={own}
      value={value}
      autoComplete="off"
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
