/** A part as it is read by whoever may not change it. */
import { Provided } from '../../provided.tsx';
import type { Draft } from '../draft/draft.ts';
import { type FormKnows, useForm } from './form-context.ts';
import styles from './parts.module.css';

export function ShownPart({ draft }: { readonly draft: Draft }) {
  const { choices } = useForm();
  const text = wordsOf(draft, choices);
  return (
    <div className={styles['shown']}>
      <p className={styles['label']}>{draft.field.title}</p>
      <p>
        {text === undefined ? <span className="quiet">{absentWords(draft)}</span> : <Provided text={text} />}
      </p>
    </div>
  );
}

function absentWords({ field }: Draft): string {
  return (field.kind === 'text' ? field.absent : undefined) ?? 'Not set';
}

function wordsOf(draft: Draft, choices: FormKnows['choices']): string | undefined {
  if (draft.kind === 'number' || draft.kind === 'json') return draft.text;
  if (draft.kind === 'boolean') return draft.isOn ? 'On' : 'Off';
  if (draft.kind === 'choices')
    return draft.values.map((value) => labelOf(choices, draft.field.names, value)).join(', ') || 'None';
  if (draft.kind !== 'text') return undefined;
  const { names, empty } = draft.field;
  return draft.text === '' ? (empty ?? 'Empty') : labelOf(choices, names, draft.text);
}

function labelOf(choices: FormKnows['choices'], names: string | undefined, value: string): string {
  const all = names === undefined ? [] : (choices[names]?.all ?? []);
  return all.find((choice) => choice.value === value)?.label ?? value;
}
