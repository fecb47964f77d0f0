/** The form of an account, made from the fields of its type. */

import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Account, AccountType } from '../../api/accounts.ts';
import { typedOf, valuesOf } from '../../components/form/fields-of.ts';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
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
  const [typed, setTyped] = useState(() => draftOf(type, account));
  const change = (changed: Partial<Typed>): void => setTyped({ ...typed, ...changed });
  const stops = account?.active === true && !typed.active;
  return (
    <form
      className={form['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit({ ...typed, type: type.id, fields: valuesOf(type.fields, typed.fields) });
      }}
    >
      <TextInput
        label="Name"
        value={typed.name}
        required
        withAsterisk={false}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={type.identifier.label}
        placeholder={type.identifier.example}
        value={typed.identifier}
        required
        withAsterisk={false}
        disabled={account !== undefined}
        onChange={(event) => change({ identifier: event.currentTarget.value })}
      />
      <SchemaFields schema={type.fields} values={typed.fields} change={(fields) => change({ fields })} />
      <Kind typed={typed} change={change} />
      {stops && (
        <p className={form['follows']}>Its items freeze as they are, and its issues no longer score.</p>
      )}
      <FormError text={error} />
      <div className={form['buttons']}>
        <Button type="submit" variant="filled" loading={isPending}>
          {account === undefined ? 'Add and look at it' : 'Save'}
        </Button>
      </div>
    </form>
  );
}

/** What is in the fields of the form; those of the type as they are typed. */
type Typed = Omit<AccountDraft, 'type' | 'fields'> & { readonly fields: ReturnType<typeof typedOf> };

function draftOf(type: AccountType, account: Account | undefined): Typed {
  return {
    name: account?.name ?? '',
    identifier: account?.identifier ?? '',
    fields: typedOf(type.fields, objectOf(account?.fields)),
    thirdParty: account?.thirdParty ?? false,
    active: account?.active ?? true,
    notes: account?.notes ?? '',
  };
}

type KindProps = { readonly typed: Typed; readonly change: (changed: Partial<Typed>) => void };

/** Whether it is ours, whether it is watched, and what people should know of it. */
function Kind({ typed, change }: KindProps) {
  return (
    <>
      <Checkbox
        label="Third party"
        description="Known, and not ours: access from it counts as a third party's, and it is not watched."
        checked={typed.thirdParty}
        onChange={(event) => change({ thirdParty: event.currentTarget.checked })}
      />
      <Checkbox
        label="Watched"
        checked={typed.active}
        onChange={(event) => change({ active: event.currentTarget.checked })}
      />
      <Textarea
        label="Notes"
        value={typed.notes}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => change({ notes: event.currentTarget.value })}
      />
    </>
  );
}
