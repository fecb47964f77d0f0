/** Signing in by address and password. */

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { answerOf, client } from '../../api/client.ts';
import { beginSession } from '../../api/session.ts';
import { FormError } from '../../components/form/form-error.tsx';
import { textOf } from '../../components/form/text-of.ts';
import { useFrame } from '../../stores/frame.ts';
import styles from './sign-in.module.css';
import { SignInFrame } from './sign-in-frame.tsx';

export function SignInPage() {
  useFrame([{ label: 'Sign in' }]);
  const { to } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const signIn = useMutation({
    mutationFn: async (body: { readonly email: string; readonly password: string }) =>
      await answerOf(client.POST('/api/v1/session', { body })),
    onSuccess: (session) => {
      beginSession(session);
      router.history.push(ownPath(to));
    },
  });
  return (
    <SignInFrame title="Sign in" note="to Security Monkey">
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          signIn.mutate({ email: textOf(form, 'email'), password: textOf(form, 'password') });
        }}
      >
        <TextInput
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          name="password"
          label="Password"
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <FormError text={signIn.error?.message} />
        <Button type="submit" variant="filled" className={styles['submit'] ?? ''} loading={signIn.isPending}>
          Sign in
        </Button>
      </form>
    </SignInFrame>
  );
}

/** A path of this site; an address elsewhere is not followed. */
function ownPath(to: string | undefined): string {
  if (to === undefined) return '/';
  const { origin, pathname, search } = new URL(to, window.location.origin);
  return origin === window.location.origin ? `${pathname}${search}` : '/';
}
