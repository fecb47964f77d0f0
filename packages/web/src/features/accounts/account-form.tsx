/** The form of an account, made from the fields of its type. */
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Account, AccountType } from '../../api/accounts.ts';
import { typedOf, valuesOf } from '../../components/form/fields-of.ts';
import form from '../../components/form/form.module.css';
import { SchemaFields } from '../../components/form/schema-fields.tsx';
import { objectOf } from '../../words/json.ts';
import type { AccountDraft } from './account-queries.ts';

type AccountFormProps = {
  readonly type: AccountType;
  /** Undefined for a new one. */
  readonly account?: Account;
  readonly submit: (draft: AccountDraft) => void;
  readonly error: string | undefined;
  readonly isPending: boolean;
};

export function AccountForm({ type, account, submit, error, isPending }: AccountFormProps) {
  const [name, setName] = useState(account?.name ?? '');
  const [identifier, setIdentifier] = useState(account?.identifier ?? '');
  const [typed, setTyped] = useState(() => typedOf(type.fields, objectOf(account?.fields)));
  const [thirdParty, setThirdParty] = useState(account?.thirdParty ?? false);
  const [active, setActive] = useState(account?.active ?? true);
  const [notes, setNotes] = useState(account?.notes ?? '');
  const stops = account?.active === true && !active;
  return (
    <form
      className={form['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit({
          type: type.id,
          identifier,
          name,
          fields: valuesOf(type.fields, typed),
          thirdParty,
          active,
          notes,
        });
      }}
    >
      <TextInput
        label="Name"
        value={name}
        required
        withAsterisk={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={type.identifier.label}
        placeholder={type.identifier.example}
        value={identifier}
        required
        withAsterisk={false}
        disabled={account !== undefined}
        onChange={(event) => setIdentifier(event.currentTarget.value)}
      />
      <SchemaFields schema={type.fields} values={typed} change={setTyped} />
      <Checkbox
        label="Third party"
        description="Known, and not ours: access from it counts as a third party's, and it is not watched."
        checked={thirdParty}
        onChange={(event) => setThirdParty(event.currentTarget.checked)}
      />
      <Checkbox
        label="Watched"
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      <Textarea
        label="Notes"
        value={notes}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {stops && (
        <p className={form['follows']}>Its items freeze as they are, and its issues no longer score.</p>
      )}
      {error !== undefined && (
        <p className={form['error']} role="alert">
          {error}
        </p>
      )}
      <div className={form['buttons']}>
        <Button type="submit" variant="filled" loading={isPending}>
          {account === undefined ? 'Add and look at it' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
