/** About: which version this is, whose work it stands on, and one's own password. */

import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf, client } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { FailedPlugins } from '../../components/failed-plugins.tsx';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { textOf } from '../../components/form/text-of.ts';
import { Panel } from '../../components/panel.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useFrame } from '../../stores/frame.ts';
import { confirm } from '../../stores/toasts.ts';
import { WhatRuns } from './what-runs.tsx';

export function AboutPage() {
  useFrame([{ label: 'About' }]);
  const { version, demo, person } = useSuspenseQuery(sessionQuery).data;
  return (
    <>
      <Verdict below="It watches cloud accounts, keeps every change of every configuration, judges it and tells you.">
        Security Monkey {version}
      </Verdict>
      <FailedPlugins />
      <Panel title="This product">
        <div className={form['form']}>
          {demo && <p>Everything that is shown is made up: this is the demo estate.</p>}
          <p>
            It reads configurations and nothing else: no permission to change anything, none to read your
            data. What could not be looked at is never called gone, and never fine.
          </p>
          <p>
            Free software under the Apache License 2.0. The typefaces Inter and JetBrains Mono are under the
            SIL Open Font License 1.1; the icons are those of Tabler, under MIT.
          </p>
          <p>
            The API is described at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.
          </p>
        </div>
      </Panel>
      <Panel title="What runs here">
        <WhatRuns />
      </Panel>
      <Panel title="Your password" note={person?.email}>
        <PasswordForm />
      </Panel>
    </>
  );
}

function PasswordForm() {
  const place = useRef<HTMLFormElement>(null);
  const changing = useMutation({
    mutationFn: async (body: { readonly present: string; readonly password: string }) =>
      await answerOf(client.PUT('/api/v1/session/password', { body })),
    onSuccess: () => {
      place.current?.reset();
      confirm({ text: 'Changed; every other session of yours has ended.' });
    },
  });
  return (
    <form
      ref={place}
      className={form['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        changing.mutate({ present: textOf(typed, 'present'), password: textOf(typed, 'password') });
      }}
    >
      <PasswordInput
        name="present"
        label="Present password"
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="password"
        label="New password"
        description="12 characters or more; a sentence is fine."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="new-password"
        minLength={12}
        required
        withAsterisk={false}
      />
      <FormError text={changing.error?.message} />
      <div className={form['buttons']}>
        <Button type="submit" variant="filled" loading={changing.isPending}>
          Change
        </Button>
      </div>
    </form>
  );
}
