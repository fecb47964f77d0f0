/** The fields of a form, made from a JSON schema: what each is stands below it. */
import { Checkbox, Select, TextInput } from '@mantine/core';
import { fieldsOf, type SchemaField } from './fields-of.ts';
import styles from './form.module.css';

export type FieldValues = Readonly<Record<string, string | boolean>>;

type SchemaFieldsProps = {
  readonly schema: unknown;
  readonly values: FieldValues;
  readonly change: (values: FieldValues) => void;
};

export function SchemaFields({ schema, values, change }: SchemaFieldsProps) {
  return (
    <div className={styles['fields']}>
      {fieldsOf(schema).map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name]}
          change={(value) => change({ ...values, [field.name]: value })}
        />
      ))}
    </div>
  );
}

type FieldProps = {
  readonly field: SchemaField;
  readonly value: string | boolean | undefined;
  readonly change: (value: string | boolean) => void;
};

const order = ['label', 'input', 'description', 'error'] as const;

function Field({
  field: { name, title, description, kind, choices, isRequired },
  value,
  change,
}: FieldProps) {
  if (kind === 'boolean')
    return (
      <Checkbox
        label={title}
        description={description}
        checked={value === true}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    );
  const text = typeof value === 'string' ? value : '';
  if (choices !== undefined)
    return (
      <Select
        label={title}
        description={description}
        inputWrapperOrder={[...order]}
        data={[...choices]}
        value={text === '' ? null : text}
        clearable={!isRequired}
        onChange={(chosen) => change(chosen ?? '')}
      />
    );
  return (
    <TextInput
      name={name}
      label={title}
      description={description}
      inputWrapperOrder={[...order]}
      required={isRequired}
      withAsterisk={false}
      type={kind === 'number' ? 'number' : 'text'}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
