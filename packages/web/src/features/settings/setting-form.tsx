/** One setting as a form made from its schema: who set it and when, what is wrong where, and what follows from saving it. */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useMay } from '../../api/session.ts';
import { describedParts } from '../../components/form/draft/described-parts.ts';
import { fieldOf } from '../../components/form/draft/field.ts';
import { noProblems } from '../../components/form/draft/read-draft.ts';
import form from '../../components/form/form.module.css';
import { FormError } from '../../components/form/form-error.tsx';
import { DraftForm } from '../../components/form/parts/draft-form.tsx';
import { isLeaf } from '../../components/form/parts/is-leaf.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Moment } from '../../components/moment.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { WithCommands } from '../../components/with-commands.tsx';
import { objectOf } from '../../words/json.ts';
import { ExportSettings } from './export-settings.tsx';
import { ImportNetworks } from './import-networks.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { followsWords, settingTitle } from './setting-words.ts';
import styles from './settings.module.css';
import type { Setting, SettingNames } from './settings-queries.ts';
import { useChoices, useOptionsOf } from './use-choices.ts';
import { type SettingDraft, useSettingDraft } from './use-setting-draft.ts';

type SettingFormProps = { readonly setting: Setting; readonly names: SettingNames };

export function SettingForm({ setting, names }: SettingFormProps) {
  const mayChange = useMay('admin');
  const optionsOf = useOptionsOf(names);
  const choices = useChoices(names);
  const held = useSettingDraft(setting, optionsOf);
  const { draft, problems, isChanged, change, save } = held;
  const { description } = objectOf(setting.schema);
  return (
    <div className={styles['column']}>
      <Panel
        title={settingTitle(setting)}
        note={<LastChange setting={setting} />}
        actions={<ExportSettings settings={[setting]} name={setting.key} />}
      >
        <form
          ref={useFirstProblem(problems)}
          className={styles['form']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
          }}
        >
          {typeof description === 'string' && !isLeaf(draft.field) && (
            <p>
              <WithCommands text={description} />
            </p>
          )}
          <DraftForm
            draft={draft}
            change={change}
            isReadOnly={!mayChange}
            problems={problems}
            optionsOf={optionsOf}
            choices={choices}
          />
          <Meanings setting={setting} />
          {mayChange ? (
            <Foot held={held} setting={setting} />
          ) : (
            <p className="quiet">Changing it takes the role admin.</p>
          )}
        </form>
      </Panel>
      {mayChange && setting.key === 'networks' && <ImportNetworks isHeld={isChanged} />}
      <LeaveGuard isUnsaved={isChanged} what={settingTitle(setting)} />
    </div>
  );
}

/** Help for the columns of rows, once for all of them. */
function Meanings({ setting }: { readonly setting: Setting }) {
  const parts = describedParts(fieldOf(setting.schema, setting.key));
  if (parts.length === 0) return null;
  return (
    <dl className={styles['meanings']}>
      {parts.map(({ title, description }) => (
        <div key={`${title} ${description}`}>
          <dt>{title}</dt>
          <dd>
            <WithCommands text={description} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type FootProps = { readonly held: SettingDraft; readonly setting: Setting };

function Foot({ held: { refusal, isOutdated, isChanged, isPending, saved, undo }, setting }: FootProps) {
  return (
    <div className={styles['foot']}>
      {isOutdated ? (
        <FormError
          text={`${setting.updatedBy ?? 'Somebody'} set it since you began. Undo shows what is there now; what you typed is lost then.`}
        />
      ) : (
        <FormError text={refusal} />
      )}
      <div className={form['buttons']}>
        <Button
          type="submit"
          variant="filled"
          disabled={!isChanged || isOutdated}
          loading={isPending}
          rightSection={<KeyHint>Ctrl Enter</KeyHint>}
        >
          Save
        </Button>
        <Button variant="subtle" disabled={!isChanged || isPending} onClick={undo}>
          Undo
        </Button>
        <p className={styles['state']} role="status">
          {stateWords(isChanged, saved)}
        </p>
      </div>
    </div>
  );
}

function stateWords(isChanged: boolean, saved: SettingDraft['saved']): string {
  if (isChanged) return 'Not saved yet.';
  return saved === undefined ? 'Nothing changed.' : `Saved. ${followsWords(saved)}`;
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

/** When something is wrong, the focus goes to the first of it. */
function useFirstProblem(problems: SettingDraft['problems']) {
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems !== noProblems) place.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);
  return place;
}
