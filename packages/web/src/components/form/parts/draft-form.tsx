/** A form of any depth for a draft, made from the schema that the draft was made by. */
import { useMemo } from 'react';
import { FormContext, type FormKnows, type PartProps } from './form-context.ts';
import { Part } from './part.tsx';

type DraftFormProps = PartProps & Omit<FormKnows, 'Part'>;

export function DraftForm({ draft, change, isReadOnly, problems, optionsOf, choices }: DraftFormProps) {
  const knows = useMemo(
    () => ({ isReadOnly, problems, optionsOf, choices, Part }),
    [isReadOnly, problems, optionsOf, choices],
  );
  return (
    <FormContext value={knows}>
      <Part draft={draft} change={change} />
    </FormContext>
  );
}
