/** The entry of the thread in which the examples of rules are run: an expression may not end, and a thread can be stopped. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Plugin } from '@security-monkey/sdk';
import { checkProblems, checkRunRules } from '@security-monkey/sdk/proof';
import type { Rule } from '../../engine/rules/rule-schema.ts';
import { withRules } from '../../engine/rules/with-rules.ts';

export type RuleTrial = {
  /** URLs of the plugins that bring the technologies. */
  readonly modules: readonly string[];
  readonly rules: readonly Rule[];
};

/** The results come one by one, in the order of the rules. */
export type RuleTrialResult = { readonly problems: readonly string[] };

const { modules, rules }: RuleTrial = workerData;

async function load(url: string): Promise<Plugin> {
  const module: { readonly default: Plugin } = await import(url);
  return module.default;
}

const plugins = await Promise.all(modules.map(load));
const checks = rules.flatMap((rule) => withRules(plugins, [rule]).at(-1)?.checks ?? []);
for (const check of checks) {
  const result: RuleTrialResult = { problems: checkProblems(check, checkRunRules) };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(result);
}
