/** What the guides name exists: commands of the product, scripts of the checkout, names that the SDK exports, keys of the settings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as sdk from '@security-monkey/sdk';
import * as testing from '@security-monkey/sdk/testing';
import { expect, it } from 'vitest';
import { parseCommandLine } from '../packages/server/src/cli/parse.ts';
import { settingKeys } from '../packages/server/src/engine/settings/schema.ts';
import { repositoryRoot } from './architecture/sources.ts';
import { stepsOf, wordsOf } from './packed/guides.ts';

const folder = join(repositoryRoot, 'docs/guides');
const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));
const textOf = (guide: string) => readFileSync(join(folder, guide), 'utf8');
const linesOf = (guide: string) =>
  stepsOf(guide).flatMap((step) => (step.kind === 'command' ? [step.line] : []));

it.each(guides)('%s gives commands that are understood', async (guide) => {
  const commands = linesOf(guide)
    .map((line) => /^(?:npm run monkey --|npm run (?=new )|security-monkey) ?(.*)$/.exec(line)?.[1])
    .filter((line) => line !== undefined);
  for (const command of commands)
    expect(await parseCommandLine(wordsOf(command), '0')).toMatchObject({ kind: 'run' });
});

it.each(guides)('%s runs scripts that the checkout has', (guide) => {
  const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
  const named = [...textOf(guide).matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
  expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
});

it.each(guides)('%s names functions that the SDK exports', (guide) => {
  const named = [...textOf(guide).matchAll(/`((?:define|describe|test)[A-Z]\w+)`/g)].map(
    ([, name = '']) => name,
  );
  expect(named.filter((name) => !(name in sdk) && !(name in testing))).toEqual([]);
});

it('the settings that the guide for those who come from the first one names are settings', () => {
  const text = textOf('from-the-first-security-monkey.md');
  const named = [...text.matchAll(/the settings? `(\w+)`(?: and `(\w+)`)?/g)].flatMap(([, ...keys]) =>
    keys.filter((key) => key !== undefined),
  );
  expect(named.toSorted()).toEqual(['checks', 'ignore', 'networks', 'overrides']);
  expect(named.filter((key) => !settingKeys.some((known) => known === key))).toEqual([]);
});
