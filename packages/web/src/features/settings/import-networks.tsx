/** Takes the allow-list of the first Security Monkey: a file of names and networks. */
import { Button, Checkbox, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { counted } from '../../words/count.ts';
import { type Json, objectOf } from '../../words/json.ts';
import { followsWords } from './setting-words.ts';
import { importNetworks, settingsQuery } from './settings-queries.ts';

type Chosen = { readonly name: string; readonly networks: Json } | { readonly problem: string };

/** `isHeld`: what is typed above would be lost. */
export function ImportNetworks({ isHeld }: { readonly isHeld: boolean }) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [authoritative, setAuthoritative] = useState(false);
  const importing = useMutation({
    mutationFn: importNetworks,
    onSuccess: async () => {
      setChosen(undefined);
      await queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
  });
  const choose = async (file: File | null): Promise<void> => {
    importing.reset();
    setChosen(file === null ? undefined : await readFile(file));
  };
  const ready = chosen !== undefined && 'networks' in chosen ? chosen : undefined;
  return (
    <Panel title="Import">
      <div className={form['form']}>
        <p>
          From the first Security Monkey: a JSON file of names and networks, such as{' '}
          <code>{'{"office": "203.0.113.0/24"}'}</code>. A network that is here by name takes the one of the
          file and keeps its account and notes. When one is wrong, nothing is taken.
        </p>
        <div className={form['buttons']}>
          <FileButton accept="application/json,.json" onChange={(file) => void choose(file)}>
            {(props) => <Button {...props}>Choose a file</Button>}
          </FileButton>
          {ready !== undefined && (
            <p>
              <Provided text={ready.name} longest={40} />:{' '}
              {counted(Object.keys(objectOf(ready.networks)).length, 'network')}
            </p>
          )}
        </div>
        <Checkbox
          label="Remove what the file does not name"
          checked={authoritative}
          onChange={(event) => setAuthoritative(event.currentTarget.checked)}
        />
        <FormError
          text={chosen !== undefined && 'problem' in chosen ? chosen.problem : importing.error?.message}
        />
        {isHeld && <p className={form['follows']}>Save or undo what you changed above first.</p>}
        <div className={form['buttons']}>
          <Button
            disabled={ready === undefined || isHeld}
            loading={importing.isPending}
            onClick={() => ready && importing.mutate({ networks: ready.networks, authoritative })}
          >
            Import
          </Button>
        </div>
        <p role="status">{importing.data !== undefined && doneWords(importing.data)}</p>
      </div>
    </Panel>
  );
}

async function readFile(file: File): Promise<Chosen> {
  try {
    return { name: file.name, networks: JSON.parse(await file.text()) };
  } catch (error) {
    return { problem: `The file is no JSON: ${error instanceof Error ? error.message : String(error)}.` };
  }
}

type Done = Awaited<ReturnType<typeof importNetworks>>;

function doneWords({ added, changed, unchanged, removed, follows }: Done): string {
  return `Networks: ${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed. ${followsWords(follows)}`;
}
