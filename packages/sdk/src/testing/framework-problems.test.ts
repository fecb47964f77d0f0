/** Frameworks and checks that disagree. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineCheck } from '../define/check.ts';
import type { Control } from '../define/framework.ts';
import { definePlugin } from '../define/plugin.ts';
import { defineWatcher } from '../define/watcher.ts';
import { frameworkProblems } from './framework-problems.ts';

const watcher = defineWatcher({
  id: 'toy.box',
  accountType: 'toy',
  title: { one: 'box', many: 'boxes' },
  documentation: 'https://toy.example',
  version: 1,
  scope: 'global',
  permissions: {},
  gone: [],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: [],
  config: z.looseObject({}),
  identity: () => '',
  lineage: () => '',
  name: () => '',
  list: async function* () {},
});

const check = defineCheck({
  id: 'toy.box.open',
  watcher,
  version: 1,
  score: 1,
  category: 'recommendation',
  title: 'Open',
  why: 'Why',
  fix: 'Fix',
  links: [],
  frameworks: { 'cis-toy-1.0': ['1.1'] },
  messages: { open: 'Open' },
  examples: { good: [], bad: [] },
  run: () => {},
});

const plugin = definePlugin({
  name: 'toy',
  accountTypes: [],
  watchers: [watcher],
  checks: [check],
  alerters: [],
});

const problems = (...controls: readonly Control[]) =>
  frameworkProblems(plugin, [{ id: 'cis-toy-1.0', title: 'Toy', source: 'https://toy.example', controls }]);

const control = { id: '1.1', title: 'Boxes are shut', level: 1, assessment: 'automated' } as const;
const named: Control = { ...control, checks: ['toy.box.open'] };

it('has none when they agree, whatever a technology that comes later is judged by', () => {
  expect(problems(named, { ...control, id: '1.2', checks: ['toy.bag.open'] })).toEqual([]);
});

it.each([
  [
    'a check that the control does not name',
    [{ ...control, open: 'nobody looks' }],
    'cis-toy-1.0 1.1: toy.box.open is not named by the control',
  ],
  [
    'a control that the check does not name',
    [named, { ...named, id: '1.2' }],
    'cis-toy-1.0 1.2: toy.box.open does not say that it judges the control',
  ],
  ['a control that is told twice', [named, named], 'cis-toy-1.0 has the control 1.1 more than once'],
  [
    'a control without a reason',
    [named, { ...control, id: '1.2', open: ' ' }],
    'cis-toy-1.0 1.2 has neither checks nor a reason',
  ],
] as const)('tells of %s', (_name, controls, expected) => {
  expect(problems(...controls)).toContain(expected);
});
