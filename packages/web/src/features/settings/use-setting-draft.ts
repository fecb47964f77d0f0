/** A setting in a form: what is typed, whether that differs from what is set, and saving it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ProblemError } from '../../api/client.ts';
import { type Draft, draftOf, type OptionsOf } from '../../components/form/draft/draft.ts';
import type { Change } from '../../components/form/draft/edit-draft.ts';
import { fieldOf } from '../../components/form/draft/field.ts';
import {
  isSame,
  noProblems,
  type Problems,
  problemsAt,
  readDraft,
} from '../../components/form/draft/read-draft.ts';
import { type Json, jsonOf } from '../../words/json.ts';
import { wrongWords } from './setting-words.ts';
import { type Follows, type Setting, setSetting, settingsQuery } from './settings-queries.ts';

export type SettingDraft = {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly isChanged: boolean;
  /** What stands above the buttons: why nothing was saved. */
  readonly refusal: string | undefined;
  /** Somebody set it since it was read. */
  readonly isOutdated: boolean;
  /** What followed from saving it; until it is changed again. */
  readonly saved: Follows | undefined;
  readonly isPending: boolean;
  readonly change: (change: Change) => void;
  readonly save: () => void;
  /** Back to what is set. */
  readonly undo: () => void;
};

type Held = {
  /** What the draft was made from. */
  readonly base: Setting;
  /** What was last read. */
  readonly seen: Setting;
  readonly isOutdated?: boolean;
  readonly draft: Draft;
  readonly problems: Problems;
  readonly refusal?: string;
  readonly saved?: Follows | undefined;
};

export function useSettingDraft(setting: Setting, optionsOf: OptionsOf): SettingDraft {
  const [held, setHeld] = useState(() => heldOf(setting, optionsOf));
  const { base, draft, problems, refusal, saved } = held;
  const { value, problems: missing } = readDraft(draft);
  const isChanged = missing.size > 0 || !isSame(value, jsonOf(base.value));
  if (setting !== held.seen)
    setHeld(isChanged ? besideNews(held, setting) : afterNews(held, setting, optionsOf));
  const saving = useSaving(base.key, {
    refused: (sent, error) => setHeld((now) => ({ ...now, ...refusalOf(sent, error) })),
    // What is shown may be read anew a moment later than this is known.
    done: (now, follows) =>
      setHeld(({ seen }) => ({ ...heldOf(now ?? base, optionsOf), seen, saved: follows })),
  });
  const change = useCallback(
    (own: Change) => setHeld((now) => ({ ...now, draft: own(now.draft), saved: undefined })),
    [],
  );
  return {
    draft,
    problems,
    isChanged,
    refusal,
    saved: isChanged ? undefined : saved,
    isOutdated: held.isOutdated === true && isChanged && !saving.isPending,
    isPending: saving.isPending,
    change,
    save: () => {
      if (!isChanged || saving.isPending) return;
      if (missing.size === 0) saving.mutate({ draft, value, basedOn: base.updatedAt });
      else setHeld({ ...held, problems: missing, refusal: wrongWords(missing.size) });
    },
    undo: () => setHeld(heldOf(setting, optionsOf)),
  };
}

function heldOf(setting: Setting, optionsOf: OptionsOf): Held {
  const draft = draftOf(fieldOf(setting.schema, setting.key), jsonOf(setting.value), optionsOf);
  return { base: setting, seen: setting, draft, problems: noProblems };
}

/** What somebody else set is taken over where nothing is typed. */
function afterNews(held: Held, setting: Setting, optionsOf: OptionsOf): Held {
  return isSameSetting(held.base, setting) ? { ...held, seen: setting } : heldOf(setting, optionsOf);
}

/** What is typed stays, and is told that it was made from something else. */
function besideNews(held: Held, setting: Setting): Held {
  return { ...held, seen: setting, isOutdated: !isSameSetting(held.base, setting) };
}

function isSameSetting(a: Setting, b: Setting): boolean {
  return a.updatedAt === b.updatedAt && isSame(jsonOf(a.value), jsonOf(b.value));
}

type Sent = { readonly draft: Draft; readonly value: Json | undefined; readonly basedOn: string | null };

type Outcomes = {
  readonly refused: (sent: Sent, error: Error) => void;
  /** With the setting as it is now. */
  readonly done: (now: Setting | undefined, follows: Follows) => void;
};

function useSaving(key: string, { refused, done }: Outcomes) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ value, basedOn }: Sent) => await setSetting(key, { value, basedOn }),
    onSuccess: async (follows) => {
      await queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
      await Promise.all(
        ['checks', 'technologies'].map(
          async (changed) => await queries.invalidateQueries({ queryKey: [changed] }),
        ),
      );
      const settings = queries.getQueryData(settingsQuery.queryKey);
      done(
        settings?.rows.find((setting) => setting.key === key),
        follows,
      );
    },
    onError: async (error, sent) => {
      refused(sent, error);
      if (isConflict(error)) await queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
  });
}

function isConflict(error: Error): boolean {
  return error instanceof ProblemError && error.problem.title === 'setting_changed';
}

/** Where the server said what is wrong, the fields say it. */
function refusalOf({ draft }: Sent, error: Error): Pick<Held, 'problems'> & { readonly refusal: string } {
  const complaints = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  if (complaints.length === 0) return { problems: noProblems, refusal: error.message };
  const problems = problemsAt(draft, complaints);
  return { problems, refusal: wrongWords(problems.size) };
}
