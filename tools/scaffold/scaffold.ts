/** Plans the files of a new unit: what to write where, from its kind and id. */
import type { Plugin } from '@security-monkey/sdk';
import { checkTemplate } from './check-template.ts';
import { camelCase, parseUnitName, type UnitName } from './names.ts';
import { register } from './register.ts';
import { firstConfig, watcherTemplate } from './watcher-template.ts';

/** A plugin of the checkout as it is now. */
export type PluginSource = {
  readonly plugin: Plugin;
  /** Path in `src` to the file's text; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
};

/** Path in the plugin's `src` to text, with the file that lists the new unit. */
export type Plan = { readonly files: ReadonlyMap<string, string> } | { readonly problem: string };

/** What to write for one new unit, or a sentence that says why nothing can be. */
export function planUnit(kind: string, id: string, source: PluginSource): Plan {
  const unit = parseUnitName(id);
  if (kind === 'check' && unit?.rule !== undefined) return planCheck(unit, source);
  if (kind === 'watcher' && unit !== undefined && unit.rule === undefined) return planWatcher(unit, source);
  if (kind === 'check')
    return {
      problem: `A check's id is provider.technology.rule, such as aws.s3-bucket.no-lifecycle; not ${id}.`,
    };
  if (kind === 'watcher')
    return { problem: `A watcher's id is provider.technology, such as aws.sqs-queue; not ${id}.` };
  return { problem: `There is no kind ${kind} to make: give check, watcher or plugin.` };
}

function planCheck(unit: UnitName, { plugin, read }: PluginSource): Plan {
  const watcherId = `${unit.provider}.${unit.technology}`;
  const watcher = plugin.watchers.find(({ id }) => id === watcherId);
  if (watcher === undefined)
    return {
      problem: `There is no watcher ${watcherId} yet: make it first with \`npm run new watcher ${watcherId}\`.`,
    };
  const path = `${unit.technology}/checks/${unit.rule ?? ''}.ts`;
  if (read(path) !== undefined) return { problem: `${path} exists already.` };
  const example = plugin.checks.find((check) => check.watcher.id === watcherId)?.examples.good[0]?.config;
  const name = camelCase(unit.rule ?? '');
  const text = checkTemplate(unit, {
    export: camelCase(unit.technology),
    example: example ?? firstConfig(unit),
  });
  const list = `${unit.technology}/technology.ts`;
  const from = `./checks/${unit.rule ?? ''}.ts`;
  return {
    files: new Map([
      [path, text],
      [list, register(read(list) ?? '', { name, from, list: 'checks' })],
    ]),
  };
}

function planWatcher(unit: UnitName, { read }: PluginSource): Plan {
  const path = `${unit.technology}/watcher.ts`;
  if (read(path) !== undefined) return { problem: `${path} exists already.` };
  const name = `${camelCase(unit.technology)}Technology`;
  const from = `./${unit.technology}/technology.ts`;
  return {
    files: new Map([
      ...watcherTemplate(unit),
      ['index.ts', register(read('index.ts') ?? '', { name, from, list: 'technologies' })],
    ]),
  };
}
