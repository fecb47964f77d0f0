/** Rules as a plugin of checks, made alike in the process and in each audit worker. */
import {
  type Check,
  canonicalText,
  defineCheck,
  definePlugin,
  defineWatcherReference,
  hashText,
  type JsonValue,
  type Plugin,
  type Watcher,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { compileRule } from './compile-rule.ts';
import { exampleOf } from './rule-examples.ts';
import { optionsSchema } from './rule-options.ts';
import type { Rule } from './rule-schema.ts';
import { runRule } from './run-rule.ts';

const ruleFile = Symbol('the file of the rule');

/** The plugin that brings them; each rule's technology has to be among the watchers. */
export function rulesPlugin(
  rules: readonly Rule[],
  watcher: (technology: string) => Watcher | undefined,
): Plugin {
  return definePlugin({
    name: 'rules without code',
    accountTypes: [],
    watchers: [],
    checks: rules.map((rule) => {
      const watched = watcher(rule.technology);
      if (watched === undefined)
        throw new Error(`The rule ${rule.id} is on ${rule.technology}, which is not watched`);
      return ruleCheck(rule, watched.accountType);
    }),
    alerters: [],
  });
}

/** The check that a rule describes; it reads the config as it is recorded. @throws RuleProblem when an expression is wrong. */
export function ruleCheck(rule: Rule, accountType: string): Check {
  const compiled = compileRule(rule);
  const options = optionsSchema(rule.options);
  const { id, title, why, fix, score, category, links, messages, examples } = rule;
  const check: Check & { readonly [ruleFile]: string } = {
    [ruleFile]: rule.file,
    id,
    watcher: defineWatcherReference({ id: rule.technology, accountType, config: z.looseObject({}) }),
    version: versionOf(rule),
    score,
    category,
    title,
    why,
    fix,
    links,
    frameworks: {},
    messages,
    ...(options === undefined ? {} : { options }),
    examples: {
      good: examples.good.map(exampleOf),
      bad: examples.bad.map(({ reports, ...example }) => ({
        ...exampleOf(example),
        reports: reports.map(({ message = Object.keys(messages)[0] ?? '', subject }) => ({
          message,
          subject,
        })),
      })),
    },
    run: (context) => runRule(compiled, context),
  };
  return defineCheck(check);
}

/** The file of a rule, relative to the data directory; undefined of a check that is code. */
export function ruleFileOf(check: Check): string | undefined {
  return ruleFile in check && typeof check[ruleFile] === 'string' ? check[ruleFile] : undefined;
}

/** Another number whenever the rule says something else, so that its items are judged again. */
function versionOf({ file: _where, ...written }: Rule): number {
  const text: JsonValue = JSON.parse(JSON.stringify(written));
  return Number.parseInt(hashText(canonicalText(text)).slice(0, 12), 16) + 1;
}
