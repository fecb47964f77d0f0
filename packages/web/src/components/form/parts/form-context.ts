/** What every part of a form knows: whether it may be changed, what is wrong where, and what can be chosen. */
import { createContext, useContext } from 'react';
import type { Draft, OptionsOf } from '../draft/draft.ts';
import type { Change } from '../draft/edit-draft.ts';
import { noProblems, type Problems } from '../draft/read-draft.ts';

export type Choice = {
  readonly value: string;
  readonly label: string;
  /** Beneath the label. */
  readonly note?: string;
};

export type FormKnows = {
  readonly isReadOnly: boolean;
  readonly problems: Problems;
  readonly optionsOf: OptionsOf;
  /** What can be named, by kind. Of kinds that are `open` other texts are taken too, such as patterns. */
  readonly choices: Readonly<Record<string, { readonly all: readonly Choice[]; readonly isOpen?: true }>>;
  /** Draws a part; parts that have parts do not import what draws themselves. */
  readonly Part: React.ComponentType<PartProps>;
};

export type PartProps = {
  readonly draft: Draft;
  /** The same function for as long as the part is there. */
  readonly change: (change: Change) => void;
  /** Whether it is a cell of a row: what it means is told once for all rows. */
  readonly isInRow?: boolean;
};

export const FormContext = createContext<FormKnows>({
  isReadOnly: false,
  problems: noProblems,
  optionsOf: () => undefined,
  choices: {},
  Part: () => null,
});

export function useForm(): FormKnows {
  return useContext(FormContext);
}

/** Label above, help below, and an error in the place of the help. */
export function useWrapping({ draft, isInRow = false }: PartProps) {
  const { problems } = useForm();
  const { title, description } = draft.field;
  const error = problems.get(draft);
  return {
    label: title,
    description: isInRow || error !== undefined ? undefined : description,
    error,
    inputWrapperOrder: [...order],
  };
}

const order = ['label', 'input', 'description', 'error'] as const;
