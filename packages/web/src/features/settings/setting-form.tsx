/** One setting as JSON, with what each part of it is. */
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import form from '../../components/form/form.module.css';
import { KeyHint } from '../../components/key-hint.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { confirm } from '../../stores/toasts.ts';
import { type Json, objectOf } from '../../words/json.ts';
import { partsOf } from './parts-of.ts';
import { settingTitle } from './setting-title.ts';
import styles from './settings.module.css';
import { type Setting, setSetting } from './settings-queries.ts';

export function SettingForm({ setting }: { readonly setting: Setting }) {
  const before = JSON.stringify(setting.value, null, 2);
  const [text, setText] = useState(before);
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: async (value: Json) => await setSetting(setting.key, value),
    onSuccess: async () => {
      confirm({ text: 'Saved.' });
      await queries.invalidateQueries({ queryKey: ['settings'] });
    },
  });
  const [problem, setProblem] = useState<string>();
  const save = (): void => {
    const read = readJson(text);
    setProblem(read.problem);
    if (read.problem === undefined) saving.mutate(read.value);
  };
  const { description } = objectOf(setting.schema);
  return (
    <Panel
      title={settingTitle(setting.key)}
      note={
        setting.updatedAt === null ? (
          'default'
        ) : (
          <>
            set <Moment at={setting.updatedAt} form="withTime" />
            {setting.updatedBy !== null && (
              <>
                {' '}
                by <Provided text={setting.updatedBy} />
              </>
            )}
          </>
        )
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      >
        {typeof description === 'string' && <p>{description}</p>}
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
        {(problem ?? saving.error?.message) !== undefined && (
          <p className={form['error']} role="alert">
            {problem ?? saving.error?.message}
          </p>
        )}
        <div className={form['buttons']}>
          <Button
            type="submit"
            variant="filled"
            disabled={text === before}
            loading={saving.isPending}
            rightSection={<KeyHint>Ctrl Enter</KeyHint>}
          >
            Save
          </Button>
          <Button variant="subtle" disabled={text === before} onClick={() => setText(before)}>
            Undo
          </Button>
        </div>
        <dl className={styles['parts']}>
          {partsOf(setting.schema).map(({ path, description: words }) => (
            <div key={path}>
              <dt className="mono">{path}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </form>
    </Panel>
  );
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
