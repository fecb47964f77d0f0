/** Adding a person: they get a one-time link by which they set a password. */

import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Role } from '../../api/session.ts';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { textOf } from '../../components/form/text-of.ts';
import { type Invited, invite } from './people-queries.ts';
import { roleOf, roles } from './roles.ts';

export function InviteForm({ done }: { readonly done: (invited: Invited) => void }) {
  const queries = useQueryClient();
  const [role, setRole] = useState<Role>('view');
  const place = useRef<HTMLFormElement>(null);
  const inviting = useMutation({
    mutationFn: invite,
    onSuccess: async (invited) => {
      done(invited);
      place.current?.reset();
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <form
      ref={place}
      className={form['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        inviting.mutate({ name: textOf(typed, 'name'), email: textOf(typed, 'email'), role });
      }}
    >
      <TextInput name="name" label="Name" required withAsterisk={false} />
      <TextInput name="email" type="email" label="E-mail" required withAsterisk={false} />
      <Select
        label="Role"
        description="Comment may also ask for a rescan; Justify may also reopen; Admin may change everything."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={roles}
        value={role}
        onChange={(value) => setRole(roleOf(value))}
      />
      <FormError text={inviting.error?.message} />
      <div className={form['buttons']}>
        <Button type="submit" variant="filled" loading={inviting.isPending}>
          Add and make a link
        </Button>
      </div>
    </form>
  );
}
