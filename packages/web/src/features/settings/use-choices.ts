/** What a setting may name, for its fields: from the API, with titles. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { accountsQuery } from '../../api/accounts.ts';
import type { OptionsOf } from '../../components/form/draft/draft.ts';
import { fieldOf } from '../../components/form/draft/field.ts';
import type { Choice, FormKnows } from '../../components/form/parts/form-context.ts';
import { plainText } from '../../words/plain-text.ts';
import type { SettingNames } from './settings-queries.ts';

export function useChoices(names: SettingNames): FormKnows['choices'] {
  const { data: accounts } = useQuery(accountsQuery);
  return useMemo(() => {
    const patterns = (accounts ?? []).flatMap(({ type, identifier, name }) => [
      // A name that hides something is offered by its identifier alone.
      ...(plainText(name) === name ? [name] : []),
      `${type}:${identifier}`,
    ]);
    return {
      account: { all: [...new Set(patterns)].map((value) => ({ value, label: value })), isOpen: true },
      technology: { all: names.technology.map(byTitle) },
      check: { all: names.check.map(byId) },
      list: { all: names.list.map(byTitle) },
      alerter: { all: names.alerter.map(byTitle) },
    };
  }, [names, accounts]);
}

type Named = SettingNames['check'][number];

function byTitle({ id, title }: Named): Choice {
  return { value: id, label: title, note: id };
}

/** Checks are known by their ids: these begin with the technology. */
function byId({ id, title }: Named): Choice {
  return { value: id, label: id, note: title };
}

/** The fields of the options of a check or of an alerter. */
export function useOptionsOf(names: SettingNames): OptionsOf {
  return useMemo(() => {
    const fields = new Map(
      [...names.check.map(keyed('check')), ...names.alerter.map(keyed('alerter'))].filter(
        ([, options]) => options !== null,
      ),
    );
    return (kind, id) => {
      const options = fields.get(`${kind} ${id}`);
      return options === undefined ? undefined : fieldOf(options, 'options');
    };
  }, [names]);
}

function keyed(kind: string): (named: Named) => readonly [string, Named['options']] {
  return ({ id, options }) => [`${kind} ${id}`, options];
}
