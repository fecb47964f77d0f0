/** Numbers, switches, several choices, and what is left to JSON. */
import { MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea } from '@mantine/core';
import { withBoolean, withChoices, withText } from '../draft/edit-draft.ts';
import type { ChoicesField, NumberField } from '../draft/field.ts';
import { limitsOf } from '../draft/read-draft.ts';
import { ChoiceLine, matching } from './choice-line.tsx';
import { type PartProps, useForm, useWrapping } from './form-context.ts';
import styles from './parts.module.css';

export function NumberPart(props: PartProps & { readonly field: NumberField }) {
  const { draft, change, field } = props;
  const { description, ...wrapping } = useWrapping(props);
  const limits = limitsOf(field);
  return (
    <NumberInput
      {...wrapping}
      description={
        limits !== undefined && description !== undefined ? `${description} ${limits}.` : description
      }
      value={draft.kind === 'number' ? draft.text : ''}
      placeholder={field.usual === undefined ? limits : String(field.usual)}
      allowDecimal={!field.isWhole}
      {...(field.least !== undefined && { min: field.least })}
      {...(field.most !== undefined && { max: field.most })}
      clampBehavior="none"
      onChange={(typed) => change((before) => withText(before, String(typed)))}
    />
  );
}

/** A switch; of three ways where it need not be given. */
export function BooleanPart(props: PartProps) {
  const { draft, change } = props;
  const wrapping = useWrapping(props);
  if (draft.field.isRequired)
    return (
      <Switch
        classNames={{ root: styles['switch'] ?? '' }}
        label={wrapping.label}
        description={wrapping.description}
        error={wrapping.error}
        checked={draft.kind === 'boolean' && draft.isOn}
        onChange={(event) => {
          const isOn = event.currentTarget.checked;
          change((before) => withBoolean(before, isOn));
        }}
      />
    );
  const isOn = draft.kind === 'boolean' ? draft.isOn : undefined;
  return (
    <Select
      {...wrapping}
      data={[...ways]}
      value={isOn === undefined ? 'unset' : isOn ? 'on' : 'off'}
      onChange={(way) =>
        change((before) => withBoolean(before, way === 'unset' || way === null ? undefined : way === 'on'))
      }
    />
  );
}

export const ways = [
  { value: 'unset', label: 'Not set' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

export function ChoicesPart(props: PartProps & { readonly field: ChoicesField }) {
  const { draft, change, field } = props;
  const { choices } = useForm();
  const wrapping = useWrapping(props);
  const values = draft.kind === 'choices' ? [...draft.values] : [];
  const choose = (chosen: readonly string[]): void => change((before) => withChoices(before, chosen));
  const { names, choices: fixed } = field;
  if (names === undefined && fixed === undefined)
    return <TagsInput {...wrapping} value={values} acceptValueOnBlur onChange={choose} />;
  const all =
    names === undefined
      ? (fixed ?? []).map((value) => ({ value, label: value }))
      : (choices[names]?.all ?? []);
  const known = new Set(all.map(({ value }) => value));
  const gone = values.filter((value) => !known.has(value)).map((value) => ({ value, label: value }));
  return (
    <MultiSelect
      {...wrapping}
      data={[...all, ...gone]}
      value={values}
      searchable
      filter={matching}
      renderOption={({ option }) => <ChoiceLine choice={option} />}
      nothingFoundMessage="Nothing matches."
      onChange={choose}
    />
  );
}

export function JsonPart(props: PartProps) {
  const { draft, change } = props;
  return (
    <Textarea
      {...useWrapping(props)}
      classNames={{ input: styles['json'] ?? '' }}
      value={draft.kind === 'json' ? draft.text : ''}
      autosize
      minRows={2}
      maxRows={16}
      spellCheck={false}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        change((before) => withText(before, typed));
      }}
    />
  );
}
