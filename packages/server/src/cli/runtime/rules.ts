/** Puts the rules of the data directory beside the plugins, and names those that are wrong. */
import { createRegistry, type FailedPlugin, type Registry } from '../../engine/registry.ts';
import { placeRules } from '../../engine/rules/place-rules.ts';
import { readRuleFiles } from '../../engine/rules/read-rule-files.ts';
import type { RuleFileProblem } from '../../engine/rules/read-rules.ts';
import type { Rule } from '../../engine/rules/rule-schema.ts';
import { withRules } from '../../engine/rules/with-rules.ts';
import { CodedError } from '../../errors/coded-error.ts';

export type WithRules = { readonly registry: Registry; readonly rules: readonly Rule[] };

/** The registry with the rules. What is wrong with a rule is told as of a plugin: what it would report waits, frozen. */
export function addRules(registry: Registry, dataDirectory: string): WithRules {
  const read = readRuleFiles(dataDirectory);
  const placed = placeRules(read.rules, surroundingsOf(registry));
  const failed = failuresOf([...read.problems, ...placed.problems]);
  if (placed.rules.length === 0 && failed.length === 0) return { registry, rules: [] };
  const { plugins, failedPlugins } = registry;
  return {
    registry: createRegistry(withRules(plugins, placed.rules), [...failedPlugins, ...failed]),
    rules: placed.rules,
  };
}

/** What the rules have to go together with. */
export function surroundingsOf({ allWatchers, allAccountTypes, allChecks }: Registry) {
  return {
    technologies: allWatchers.map(({ id }) => id),
    accountTypes: allAccountTypes.map(({ id }) => id),
    checks: allChecks.map(({ id }) => id),
  };
}

/** One line a rule: its first problem, and how many more there are. */
function failuresOf(problems: readonly RuleFileProblem[]): readonly FailedPlugin[] {
  const byRule = Map.groupBy(problems, ({ file, rule }) => (rule === undefined ? file : `${file}: ${rule}`));
  return [...byRule].flatMap(([name, [first, ...more]]) => {
    if (first === undefined) return [];
    const rest = more.length === 0 ? '' : ` (${more.length} more: security-monkey check test)`;
    return [
      {
        name,
        message: new CodedError('rule_invalid', {
          place: placeText(first),
          rule: first.rule ?? '',
          problem: `${first.problem}${rest}`,
        }).message,
      },
    ];
  });
}

/** Such as `checks/buckets.yaml:12:7`. */
export function placeText({ file, line, column }: RuleFileProblem): string {
  return `${file}:${line}:${column}`;
}
