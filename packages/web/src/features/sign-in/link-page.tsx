/** A one-time link: the first administrator, or somebody invited, sets a password. The token stands after the number sign. */

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, client } from '../../api/client.ts';
import { beginSession } from '../../api/session.ts';
import { FormError } from '../../components/form/form-error.tsx';
import { textOf } from '../../components/form/text-of.ts';
import { useFrame } from '../../stores/frame.ts';
import styles from './sign-in.module.css';
import { SignInFrame } from './sign-in-frame.tsx';

export function LinkPage() {
  useFrame([{ label: 'One-time link' }]);
  const [token] = useState(() => window.location.hash.slice(1));
  const check = useQuery({
    queryKey: ['link', token],
    queryFn: async () => await answerOf(client.POST('/api/v1/session/link/check', { body: { token } })),
    enabled: token.length >= 20,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token.length >= 20 && check.isPending) return null;
  if (check.data?.usable !== true) return <UsedLink />;
  return <LinkForm token={token} isFirst={check.data.purpose === 'first-administrator'} />;
}

function UsedLink() {
  return (
    <SignInFrame
      title="This link cannot be used"
      note="It was used already, has expired, or was replaced by a newer one."
    >
      <div className={styles['form']}>
        <p>
          The next start of Security Monkey prints a new link while there is no administrator; an
          administrator can make one for you.
        </p>
        <Button component={Link} to="/sign-in" className={styles['submit'] ?? ''}>
          Sign in
        </Button>
      </div>
    </SignInFrame>
  );
}

type LinkUse = {
  readonly token: string;
  readonly password: string;
  readonly email?: string;
  readonly name?: string;
};

type LinkFormProps = {
  readonly token: string;
  /** Who was invited has a name and an address already. */
  readonly isFirst: boolean;
};

function LinkForm({ token, isFirst }: LinkFormProps) {
  const router = useRouter();
  const useLink = useMutation({
    mutationFn: async (body: LinkUse) => await answerOf(client.POST('/api/v1/session/link', { body })),
    onSuccess: (session) => {
      beginSession(session);
      router.history.replace('/');
    },
  });
  return (
    <SignInFrame
      title={isFirst ? 'Create the first administrator' : 'Choose a password'}
      note="This link works once."
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const field = (name: string): string => textOf(form, name);
          const person = isFirst ? { email: field('email'), name: field('name') } : {};
          useLink.mutate({ token, password: field('password'), ...person });
        }}
      >
        {isFirst && <NameAndAddress />}
        <PasswordInput
          name="password"
          label="Password"
          description="12 characters or more; a sentence is fine."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="new-password"
          minLength={12}
          required
          withAsterisk={false}
        />
        <FormError text={useLink.error?.message} />
        <Button type="submit" variant="filled" className={styles['submit'] ?? ''} loading={useLink.isPending}>
          {isFirst ? 'Create and sign in' : 'Sign in'}
        </Button>
      </form>
    </SignInFrame>
  );
}

function NameAndAddress() {
  return (
    <>
      <TextInput name="name" label="Name" autoComplete="name" required withAsterisk={false} autoFocus />
      <TextInput
        name="email"
        type="email"
        label="E-mail"
        autoComplete="username"
        required
        withAsterisk={false}
      />
    </>
  );
}
