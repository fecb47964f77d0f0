/** Rules that do not go together with others or with the plugins are refused by name and place, and the others stay. */
import { expect, it } from 'vitest';
import { placeRules } from './place-rules.ts';
import { readRules } from './read-rules.ts';
import { ruleText } from './testing/written.ts';

const surroundings = {
  technologies: ['fake.widget', 'fake.vault', 'other.thing'],
  accountTypes: ['fake', 'bare'],
  checks: ['fake.widget.open-rule', 'odd.one'],
};

const read = (file: string, more: Readonly<Record<string, unknown>>) => readRules(file, ruleText(more)).rules;

it.each([
  [
    'an id that another rule has',
    { id: 'custom.first' },
    'the id custom.first is taken by a rule in checks/a.yaml: write another',
  ],
  [
    'an id of an account type',
    { id: 'bare.rule' },
    'the id bare.rule begins like those of a plugin: write custom.rule',
  ],
  [
    'an id of a technology',
    { id: 'other.rule' },
    'the id other.rule begins like those of a plugin: write custom.rule',
  ],
  ['the id of a check', { id: 'odd.one' }, 'the id odd.one begins like those of a plugin: write custom.one'],
  [
    'a technology that is misspelt',
    { technology: 'fake.wigdet' },
    'no plugin watches fake.wigdet: write one of fake.vault, fake.widget',
  ],
  [
    'a technology of nobody',
    { technology: 'x.y' },
    'no plugin watches x.y: write one of fake.vault, fake.widget, other.thing',
  ],
])('%s is refused', (_, more, problem) => {
  const all = [...read('checks/a.yaml', { id: 'custom.first' }), ...read('checks/b.yaml', more)];
  const { rules, problems } = placeRules(all, surroundings);
  expect(rules.map(({ id, file }) => [id, file])).toEqual([['custom.first', 'checks/a.yaml']]);
  expect(problems).toMatchObject([{ file: 'checks/b.yaml', line: 1, problem }]);
});
