/** One setting as JSON, with what each part of it is. */

import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { WithCommands } from '../../components/with-commands.tsx';
import { confirm } from '../../stores/toasts.ts';
import { type Json, objectOf } from '../../words/json.ts';
import { partsOf } from './parts-of.ts';
import { settingTitle } from './setting-title.ts';
import styles from './settings.module.css';
import { type Setting, setSetting } from './settings-queries.ts';

export function SettingForm({ setting }: { readonly setting: Setting }) {
  const before = JSON.stringify(setting.value, null, 2);
  const [text, setText] = useState(before);
  const { save, problem, isPending } = useSaving(setting.key);
  const { description } = objectOf(setting.schema);
  return (
    <Panel title={settingTitle(setting.key)} note={<LastChange setting={setting} />}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save(text);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(text);
        }}
      >
        {typeof description === 'string' && (
          <p>
            <WithCommands text={description} />
          </p>
        )}
        <Textarea
          aria-label={`${settingTitle(setting.key)} as JSON`}
          classNames={{ input: styles['json'] ?? '' }}
          value={text}
          autosize
          minRows={8}
          maxRows={32}
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FormError text={problem} />
        <div className={form['buttons']}>
          <Button
            type="submit"
            variant="filled"
            disabled={text === before}
            loading={isPending}
            rightSection={<KeyHint>Ctrl Enter</KeyHint>}
          >
            Save
          </Button>
          <Button variant="subtle" disabled={text === before} onClick={() => setText(before)}>
            Undo
          </Button>
        </div>
        <Parts schema={setting.schema} />
      </form>
    </Panel>
  );
}

/** What each part of the value means. */
function Parts({ schema }: { readonly schema: unknown }) {
  return (
    <dl className={styles['parts']}>
      {partsOf(schema).map(({ path, description: words }) => (
        <div key={path}>
          <dt className="mono">{path}</dt>
          <dd>
            <WithCommands text={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function LastChange({ setting: { updatedAt, updatedBy } }: { readonly setting: Setting }) {
  if (updatedAt === null) return 'default';
  return (
    <>
      set <Moment at={updatedAt} form="withTime" />
      {updatedBy !== null && (
        <>
          {' '}
          by <Provided text={updatedBy} />
        </>
      )}
    </>
  );
}

type Saving = {
  readonly save: (text: string) => void;
  /** Why it was not saved: no JSON, or what the server said. */
  readonly problem: string | undefined;
  readonly isPending: boolean;
};

function useSaving(key: string): Saving {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (value: Json) => await setSetting(key, value),
    onSuccess: async () => {
      confirm({ text: 'Saved.' });
      await queries.invalidateQueries({ queryKey: ['settings'] });
    },
  });
  const save = (text: string): void => {
    const read = readJson(text);
    setProblem(read.problem);
    if (read.problem === undefined) mutate(read.value);
  };
  return { save, problem: problem ?? error?.message, isPending };
}

type ReadJson =
  | { readonly value: Json; readonly problem: undefined }
  | { readonly value: null; readonly problem: string };

function readJson(text: string): ReadJson {
  try {
    return { value: JSON.parse(text), problem: undefined };
  } catch (error) {
    return {
      value: null,
      problem: `This is no JSON: ${error instanceof Error ? error.message : String(error)}.`,
    };
  }
}
