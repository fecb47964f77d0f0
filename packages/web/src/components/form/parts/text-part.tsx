/** A text: typed, or chosen where it names something. */
import { Autocomplete, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { withEmptyText, withText } from '../draft/edit-draft.ts';
import type { TextField } from '../draft/field.ts';
import { ChoiceLine, matching } from './choice-line.tsx';
import { type PartProps, useForm, useWrapping } from './form-context.ts';
import styles from './parts.module.css';

/** Longer ones get an area. */
const longestLine = 600;

type ChoiceProps = PartProps & { readonly field: TextField };

export function TextPart(props: ChoiceProps) {
  const { choices } = useForm();
  const { names, most = 0, choices: fixed, empty } = props.field;
  if (names !== undefined && choices[names]?.isOpen === true) return <OpenChoice {...props} kind={names} />;
  if (names !== undefined || fixed !== undefined) return <ClosedChoice {...props} />;
  if (empty !== undefined) return <TextOrEmpty {...props} empty={empty} />;
  return most > longestLine ? <LongText {...props} /> : <Line {...props} />;
}

function useTyped({ draft, change }: PartProps) {
  const text = draft.kind === 'text' ? draft.text : '';
  return { text, type: (typed: string) => change((before) => withText(before, typed)) };
}

function Line(props: PartProps) {
  const { text, type } = useTyped(props);
  return (
    <TextInput
      {...useWrapping(props)}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

function LongText(props: PartProps) {
  const { text, type } = useTyped(props);
  return (
    <Textarea
      {...useWrapping(props)}
      value={text}
      autosize
      minRows={1}
      maxRows={8}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** An empty text that means something is chosen, for nobody can type it. */
function TextOrEmpty(props: PartProps & { readonly empty: string }) {
  const { draft, change, empty } = props;
  const isEmpty = draft.kind === 'text' && draft.text === '';
  return (
    <div>
      <Line {...props} />
      <Checkbox
        className={styles['beneath'] ?? ''}
        label={empty}
        checked={isEmpty}
        onChange={(event) => {
          const isChosen = event.currentTarget.checked;
          change((before) => (isChosen ? withEmptyText(before) : withText(before, '')));
        }}
      />
    </div>
  );
}

function OpenChoice({ kind, ...props }: ChoiceProps & { readonly kind: string }) {
  const { choices } = useForm();
  const { text, type } = useTyped(props);
  return (
    <Autocomplete
      {...useWrapping(props)}
      placeholder={props.field.absent}
      data={(choices[kind]?.all ?? []).map(({ value }) => value)}
      value={text}
      limit={60}
      autoComplete="off"
      spellCheck={false}
      onChange={type}
    />
  );
}

function ClosedChoice(props: ChoiceProps) {
  const { choices } = useForm();
  const { text, type } = useTyped(props);
  const { field } = props;
  const all =
    field.names === undefined
      ? (field.choices ?? []).map((value) => ({ value, label: value }))
      : (choices[field.names]?.all ?? []);
  // What is set and no longer there is shown all the same.
  const isKnown = text === '' || all.some(({ value }) => value === text);
  return (
    <Select
      {...useWrapping(props)}
      placeholder={field.absent}
      data={isKnown ? [...all] : [...all, { value: text, label: text }]}
      value={text === '' ? null : text}
      searchable
      limit={100}
      filter={matching}
      renderOption={({ option }) => <ChoiceLine choice={option} />}
      nothingFoundMessage="Nothing matches."
      clearable={!field.isRequired}
      clearButtonProps={{ 'aria-label': `Clear ${field.title}` }}
      // What is typed then looks for another, and does not land in the middle of this one.
      onClick={(event) => event.currentTarget.select()}
      onChange={(chosen) => type(chosen ?? '')}
    />
  );
}
